import { isMap, mapValues } from '../data/maps';
import { SecretValue } from '../secrets/secret-value';
import { hidden, hiddenArguments, isCommand } from '../release/hidden';
import { hasCredentialKeys } from '../secrets/credentials';
import { isSecretVariable, isVariable, unescaped } from '../secrets/variables';
import { Value } from '../chart/value';
import { formatPath, Path, Problem } from './read/problem';
import { Values } from './read/reader';
import { CHART_SCHEMA } from '../chart/schema/schema';
import { Schema } from '../chart/schema/types';

/** When a value at a place is a secret: always, unless it is shown to be harmless, only if it came from a secret file, or never. */
type When = 'always' | 'named' | 'filed' | 'never';

/**
 * Where a secret can stand, as the place ends in a Secret or in a trait of JupyterHub: dotted keys of the chart, `*` for any one key, `**` for
 * any below. The first that fits a key holds for it.
 */
export const PLACES: readonly (readonly [pattern: string, when: When])[] = [
  ['hub.cookieSecret', 'always'],
  ['hub.db.password', 'always'],
  ['hub.db.url', 'named'],
  ['hub.config.JupyterHub.cookie_secret', 'always'],
  ['hub.config.ConfigurableHTTPProxy.auth_token', 'always'],
  ['hub.config.CryptKeeper.keys.**', 'always'],
  ['hub.config.JupyterHub.authenticator_class', 'never'],
  ['hub.config.**', 'named'],
  ['hub.services.*.apiToken', 'always'],
  ['hub.services.*.api_token', 'always'],
  ['hub.services.*.name', 'never'],
  ['hub.services.**', 'named'],
  ['hub.loadRoles.**', 'filed'],
  ['hub.templateVars.**', 'named'],
  ['hub.extraConfig.*', 'named'],
  ['hub.extraEnv.*', 'named'],
  ['hub.extraEnv.*.value', 'named'],
  ['hub.initContainers.*.env.*.value', 'named'],
  ['hub.extraContainers.*.env.*.value', 'named'],
  ['hub.extraFiles.*.data.**', 'named'],
  ['hub.extraFiles.*.stringData', 'named'],
  ['hub.extraFiles.*.binaryData', 'named'],
  ['proxy.secretToken', 'always'],
  ['proxy.https.manual.key', 'always'],
  ['proxy.https.manual.cert', 'filed'],
  ['proxy.chp.extraEnv.*', 'named'],
  ['proxy.chp.extraEnv.*.value', 'named'],
  ['proxy.traefik.extraEnv.*', 'named'],
  ['proxy.traefik.extraEnv.*.value', 'named'],
  ['proxy.traefik.extraInitContainers.*.env.*.value', 'named'],
  ['imagePullSecret.password', 'always'],
  ['imagePullSecret.username', 'filed'],
  ['imagePullSecret.email', 'filed'],
  ['singleuser.cmd', 'named'],
  ['singleuser.cmd.*', 'named'],
  ['singleuser.extraEnv.**', 'named'],
  ['singleuser.profileList.**', 'named'],
  ['singleuser.initContainers.**', 'named'],
  ['singleuser.extraContainers.**', 'named'],
  ['singleuser.extraPodConfig.**', 'named'],
  ['singleuser.lifecycleHooks.**', 'named'],
  ['singleuser.extraLabels.**', 'filed'],
  ['singleuser.extraAnnotations.**', 'filed'],
  ['singleuser.extraFiles.*.data.**', 'named'],
  ['singleuser.extraFiles.*.stringData', 'named'],
  ['singleuser.extraFiles.*.binaryData', 'named'],
  ['custom.**', 'named'],
];

/** What may be a secret at a place of the values or below it: the patterns that fit the keys so far. */
class Below {
  static readonly TOP = new Below(
    PLACES.map(([pattern, when]) => ({ keys: pattern.split('.'), when })),
    0,
  );

  private constructor(
    private readonly patterns: readonly { readonly keys: readonly string[]; readonly when: When }[],
    private readonly depth: number,
  ) {}

  /** What the patterns say of a value right here. */
  get when(): When | undefined {
    const when = this.patterns.find(({ keys }) => keys.length <= this.depth)?.when;
    return when === 'never' ? undefined : when;
  }

  get isEmpty(): boolean {
    return this.patterns.length === 0;
  }

  at(key: string | number): Below {
    if (this.isEmpty) return this;
    const fits = (wanted: string | undefined) => wanted === '*' || wanted === key;
    const patterns = this.patterns.filter(
      ({ keys }) => keys[Math.min(this.depth, keys.length - 1)] === '**' || fits(keys[this.depth]),
    );
    return new Below(patterns, this.depth + 1);
  }
}

/** A choice among the chart's own words, and a number where only numbers go, is no secret, whatever file it stands in. */
function isOfChart(value: Value, path: Path): boolean {
  const schema = path.reduce<Schema | undefined>(
    (above, key) => (typeof key === 'number' ? above?.items : (above?.keys?.[key] ?? above?.others)),
    CHART_SCHEMA,
  );
  const takesNumbers = schema?.kinds?.some((kind) => kind === 'integer' || kind === 'number');
  return typeof value === 'number' ? Boolean(takesNumbers) : (schema?.choices?.includes(value as string) ?? false);
}

/** The user's values once it is clear what of them is a secret. */
export interface MarkedValues {
  /** The values, with every secret as a `SecretValue`: what came from a secret file, and what is a credential by its key. */
  readonly values: Record<string, unknown>;
  /** What came from a secret file and would be readable in a manifest that is no Secret. */
  readonly problems: readonly Problem[];
}

/** Walks through the values once, and keeps the way that it came. */
class Marker {
  readonly problems: Problem[] = [];
  private readonly path: (string | number)[] = [];
  /** The path with the names of variables in lists, which tell what their values are. */
  private readonly named: (string | number)[] = [];

  constructor(private readonly values: Values) {}

  mark(value: Value, below: Below): unknown {
    // Where no pattern fits, only a secret file can bring a secret.
    if (below.isEmpty && !this.values.hasSecrets) return value;
    if (Array.isArray(value)) return this.list(value, below);
    if (!isMap(value)) return this.leaf(value, below);
    const { name } = value;
    return mapValues(value, (item, key) => {
      const ofVariable = key === 'value' && typeof name === 'string';
      return this.step(item as Value, key, below, ofVariable ? name : undefined);
    });
  }

  private list(items: readonly Value[], below: Below): unknown[] {
    const marked = items.map((item, index) => this.step(item, index, below));
    return below.when === 'named' && isCommand(this.named) ? hiddenArguments(marked) : marked;
  }

  private step(item: Value, key: string | number, below: Below, name?: string): unknown {
    const depth = this.named.length;
    if (name !== undefined) this.named.push(name);
    this.named.push(key);
    this.path.push(key);
    const marked = isMap(item) && hasCredentialKeys(this.path) ? SecretValue._of(item) : this.mark(item, below.at(key));
    this.path.pop();
    this.named.length = depth;
    return marked;
  }

  private leaf(value: Value, { when }: Below): unknown {
    if (value === null || value === '' || typeof value === 'boolean') return value;
    const filed = this.values.isSecret(this.path);
    if (filed && when === undefined) this.refuse(value);
    if (when === 'always' || (filed && when !== undefined && !isVariable(value)))
      return SecretValue._of(asKept(value, this.path));
    return when === 'named' && !filed ? this.unlessHarmless(value) : value;
  }

  private unlessHarmless(value: Value): unknown {
    if (!isOfPod(this.path)) return hidden(value, this.named);
    const name = this.named.filter((key) => key !== 'value').at(-1);
    return isSecretVariable(String(name), String(value)) ? SecretValue._of(asKept(value, this.path)) : value;
  }

  private refuse(value: Value): void {
    const path = [...this.path];
    if (isOfChart(value, path)) return;
    // Lists do not merge, so the names cannot stand in another file than the values.
    const hint = path.includes('extraEnv') ? ', or give extraEnv as a map from name to value' : '';
    this.problems.push({
      position: this.values.position(path),
      path: formatPath(path),
      key: path,
      message: `${MISPLACED}${hint}`,
    });
  }
}

const MISPLACED =
  'comes from a secret file, but would be readable in an object that is no Secret; move it to a values file';

/** Whether a variable is one of a pod's own manifest, where nothing is put together again but by the kubelet. */
function isOfPod(path: Path): boolean {
  const [component, option] = path;
  const isContainer = option === 'initContainers' || option === 'extraContainers' || path[2] === 'extraInitContainers';
  return component !== 'singleuser' && (isContainer || path.includes('extraEnv'));
}

/** What a Secret has to hold: a variable of a pod's own manifest escapes a dollar by another one, which the kubelet takes away there alone. */
function asKept(value: Value, path: Path): Value {
  return typeof value === 'string' && isOfPod(path) ? unescaped(value) : value;
}

/** Marks every secret among the values. */
export function markSecrets(values: Values): MarkedValues {
  const marker = new Marker(values);
  return { values: marker.mark(values.map, Below.TOP) as Record<string, unknown>, problems: marker.problems };
}
