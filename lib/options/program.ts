import { isMap, mergeMaps, Path, Tree } from '../data/maps';
import { Wire } from '../kubernetes/wire';
import { Authenticator } from './authenticator/authenticator';
import { JupyterHubProps } from './props';
import { Profile } from './spawner/profile';
import { OptionProblem, problemsOf } from './wire/check';
import { structInOptionNames } from './wire/overrides';
import { Callee, refuse } from './wire/refuse';
import { structToWire } from './wire/to-wire';

/** All options, in the form of manifests. */
export type WireProps = Omit<Wire<JupyterHubProps>, 'overrides'>;

/** Options that are right, in the form of manifests, to stand where a program's own are asked for. */
export class CheckedProps implements JupyterHubProps {
  /**
   * The options of a program, once they are checked.
   * @param where what each line of an error begins with
   * @param callee what the program calls with them
   * @throws OptionsError with all that is wrong
   */
  static of(props: JupyterHubProps, where: string, callee: Callee): CheckedProps {
    return props instanceof CheckedProps ? props : new CheckedProps(propsToWire(props, where, callee));
  }

  readonly namespace: string;
  readonly release?: string;
  readonly authenticator: Authenticator;

  constructor(readonly wire: WireProps) {
    this.namespace = wire.namespace;
    this.release = wire.release;
    this.authenticator = wire.authenticator;
  }
}

/** Options that the chart and the release are made by, so that nothing can be laid over them. */
const NOT_OVERRIDDEN = ['namespace', 'release', 'overrides'];

type Layer = { readonly path: Path; readonly value: unknown };

/** What is laid over the options, one over the other, each with its path. */
function layersOf(overrides: unknown): Layer[] {
  if (Array.isArray(overrides))
    return overrides.map((value: unknown, index) => ({ path: ['overrides', index], value }));
  return overrides === undefined ? [] : [{ path: ['overrides'], value: overrides }];
}

function namesOfOptions({ value, ...layer }: Layer): Layer {
  return { ...layer, value: isMap(value) ? structInOptionNames(value, 'JupyterHubProps') : value };
}

function layerProblems({ path, value }: Layer): OptionProblem[] {
  const fixed = NOT_OVERRIDDEN.filter((option) => isMap(value) && value[option] !== undefined);
  return [
    ...fixed.map((option) => ({ path: [...path, option], message: 'cannot be overridden' })),
    ...problemsOf(value, 'JupyterHubProps', { isOverride: true }).map((problem) => ({
      ...problem,
      path: [...path, ...problem.path],
    })),
  ];
}

/** Options that came from values. */
export class TranslatedProps extends CheckedProps {}

/** What is laid over has profiles as KubeSpawner reads them. */
function asProfile(profile: Profile | Tree): Profile {
  return isMap(profile) ? Profile._fromWire(profile) : profile;
}

/** All options of a program in the form of manifests, with what is laid over them. */
export function propsToWire(props: JupyterHubProps, where = '', callee: Callee = propsToWire): WireProps {
  const { overrides, ...typed } = Object(props) as Tree;
  const layers = layersOf(overrides).map(namesOfOptions);
  const given = isMap(props) ? typed : props;
  refuse(where, [...problemsOf(given, 'JupyterHubProps'), ...layers.flatMap(layerProblems)], callee);
  const merged = layers.reduce((under, { value }) => mergeMaps(under, value as Tree), typed);
  // What is right by itself may not go together.
  if (layers.length) refuse(where, problemsOf(merged, 'JupyterHubProps', { isOverride: true }), callee);
  const wire = structToWire(merged, 'JupyterHubProps') as unknown as WireProps;
  const profiles: readonly (Profile | Tree)[] | undefined = wire.spawner?.profiles;
  return profiles ? { ...wire, spawner: { ...wire.spawner, profiles: profiles.map(asProfile) } } : wire;
}
