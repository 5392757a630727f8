import { entriesOf, hasKey, isMap, listOf, nonEmpty, ownValue, Path, Tree } from '../data/maps';
import { Format, FormatName, FORMATS, oneOf } from '../kubernetes/formats';
import { camelCase } from '../options/wire/case';
import { FIELD_FORMATS, FormatUse, MemberFormat, OPTION_FORMATS } from '../options/wire/formats';
import { alternatives, memberOf, membersByWireName } from '../options/wire/lookup';
import { StructName, Type } from '../options/wire/option-types';
import { SERVER_OPTION_OF_TRAIT } from '../options/spawner/server-traits';
import { SecretValue } from '../secrets/secret-value';
import { show } from './lookup';
import { Model } from './model';
import { overridingOf } from './profiles';
import { Report, Rule } from './rule';

/** What is written in another way than it has to be. */
interface Misspelt {
  readonly path: Path;
  readonly what: string;
}

/** A format that is looked for in one place: whether an empty string is a value there, and where KubeSpawner fills in names of users. */
interface Use {
  readonly format: Format;
  readonly isRequired: boolean;
}

function useOf(use: FormatUse | { readonly oneOf: readonly string[] } | undefined): Use | undefined {
  if (use === undefined) return undefined;
  if (typeof use === 'object') return { format: oneOf(...use.oneOf), isRequired: false };
  const name = use.replace(/!$/, '') as FormatName;
  return { format: FORMATS[name], isRequired: use.endsWith('!') };
}

/** Maps of fields of a pod, which are passed on as they are. */
const POD_FIELDS: Readonly<Record<string, { readonly type: Type; readonly use?: MemberFormat }>> = {
  containers: { type: { list: { struct: 'k8s.Container' } } },
  dnsPolicy: { type: 'string', use: { oneOf: ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'] } },
  hostname: { type: 'string', use: 'DNS label' },
  imagePullSecrets: { type: { list: { struct: 'k8s.LocalObjectReference' } } },
  initContainers: { type: { list: { struct: 'k8s.Container' } } },
  nodeSelector: { type: { map: 'string' }, use: { keys: 'label key!', values: 'label value' } },
  preemptionPolicy: { type: 'string', use: { oneOf: ['Never', 'PreemptLowerPriority'] } },
  priorityClassName: { type: 'string', use: 'DNS name' },
  restartPolicy: { type: 'string', use: { oneOf: ['Always', 'OnFailure', 'Never'] } },
  runtimeClassName: { type: 'string', use: 'DNS name' },
  schedulerName: { type: 'string', use: 'DNS name' },
  securityContext: { type: { struct: 'k8s.PodSecurityContext' } },
  serviceAccountName: { type: 'string', use: 'DNS name' },
  subdomain: { type: 'string', use: 'DNS label' },
  terminationGracePeriodSeconds: { type: 'number', use: 'count' },
  tolerations: { type: { list: { struct: 'k8s.Toleration' } } },
  volumes: { type: { list: { struct: 'k8s.Volume' } } },
};

/** Of these nothing can be meant but what Kubernetes takes. */
const QUANTITIES: readonly Format[] = [FORMATS.quantity, FORMATS.storage, FORMATS.bytes, FORMATS['whole quantity']];

/** What fields must be together: what is wrong, and below which of them. */
type Together = (fields: Tree) => (readonly [what: string, ...place: string[]])[];

/** Whether a range of IPv4 addresses is no part of another one; false where that is not known. */
function isOutside(block: unknown, whole: unknown): boolean {
  const [inner, outer] = [block, whole].map((text) =>
    /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(String(text))?.slice(1).map(Number),
  );
  if (!inner || !outer) return false;
  const bits = ([a, b, c, d]: number[]) => ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - outer[4]);
  return inner[4] <= outer[4] || Math.floor(bits(inner) / size) !== Math.floor(bits(outer) / size);
}

function requirement(operators: readonly string[]): Together {
  return ({ operator, values }) => {
    const given = nonEmpty(values) !== undefined;
    if (operators.includes(String(operator)) && given)
      return [[`must be left out for the operator ${String(operator)}`, 'values']];
    const needs = /^(In|NotIn|Gt|Lt)$/.test(String(operator));
    return needs && !given ? [[`is missing for the operator ${String(operator)}`, 'values']] : [];
  };
}

const BY_PRESENCE = ['Exists', 'DoesNotExist'];

const TOGETHER: Readonly<Partial<Record<StructName, Together>>> = {
  'k8s.IpBlock': ({ cidr, except }) =>
    listOf(except)
      .map((block, index) => [`must be a part of ${show(cidr)}, but is ${show(block)}`, block, String(index)] as const)
      .filter(([, block]) => isOutside(block, cidr))
      .map(([what, , index]) => [what, 'except', index]),
  'k8s.LabelSelectorRequirement': requirement(BY_PRESENCE),
  'k8s.NodeSelectorRequirement': requirement(BY_PRESENCE),
  'k8s.Toleration': ({ key, operator, value }) => {
    if (operator === 'Exists' && nonEmpty(value)) return [['must be left out for the operator Exists', 'value']];
    return nonEmpty(key) || operator === 'Exists' ? [] : [['must be Exists where there is no key', 'operator']];
  },
  'k8s.Volume': ({ name, ...sources }) => {
    const given = Object.keys(sources).filter((source) => (sources[source] ?? null) !== null);
    return given.length > 1 ? [[`must have one source, but ${show(name)} has ${given.join(' and ')}`]] : [];
  },
};

/** Walks over options in the form of manifests, and holds each scalar against the format of its option. */
class Walk {
  readonly quantities: Misspelt[] = [];
  readonly ofOptions: Misspelt[] = [];
  readonly ofFields: Misspelt[] = [];

  private scalar(value: string | number, use: Use, path: Path, struct: string, isKey = false): void {
    if (value === '' && !use.isRequired) return;
    // KubeSpawner fills in what is in braces.
    const filled =
      path[0] === 'spawner' || path[2] === 'KubeSpawner' ? String(value).replace(/\{[^{}]*\}/g, 'x') : value;
    if (use.format.accepts(typeof value === 'number' ? value : filled)) return;
    const isQuantity = QUANTITIES.includes(use.format);
    const list = isQuantity ? this.quantities : struct.startsWith('k8s.') ? this.ofFields : this.ofOptions;
    list.push({
      path,
      what: isKey ? `the key must be ${use.format.words}` : `must be ${use.format.words}, but is ${show(value)}`,
    });
  }

  value(value: unknown, type: Type, path: Path, struct: string, use?: MemberFormat): void {
    if (value === null || value === undefined || value instanceof SecretValue) return;
    if (Array.isArray(value)) this.list(value, type, path, struct, use);
    else if (isMap(value)) this.map(value, type, path, struct, use);
    else if (typeof value === 'string' || typeof value === 'number') {
      const own = typeof use === 'object' && !('oneOf' in use) ? undefined : useOf(use);
      if (own) this.scalar(value, own, path, struct);
    }
  }

  private list(value: readonly unknown[], type: Type, path: Path, struct: string, use?: MemberFormat): void {
    const item = alternatives(type).find((one) => typeof one === 'object' && 'list' in one);
    // A variable in a list has its name beside its value.
    const of: Type = item && typeof item === 'object' && 'list' in item ? item.list : 'any';
    value.forEach((one, index) => this.value(one, of, [...path, index], struct, use));
    if (path[0] === 'spawner' && isVolume(of)) this.volumes(value, path);
  }

  /** Volumes of users' pods, of which the last one of a name would be left without a word. */
  private volumes(list: readonly unknown[], path: Path): void {
    const names = list.map((volume) => (isMap(volume) ? volume.name : undefined));
    names.forEach((name, index) => {
      if (name !== undefined && names.indexOf(name) < index)
        this.ofFields.push({ path: [...path, index], what: `there is a volume ${show(name)} already` });
    });
  }

  private map(value: Tree, type: Type, path: Path, struct: string, use?: MemberFormat): void {
    const all = alternatives(type);
    if ('valueFrom' in value && all.some((one) => typeof one === 'object' && 'struct' in one))
      return this.value(value.valueFrom, { struct: 'k8s.EnvVarSource' }, [...path, 'valueFrom'], struct);
    for (const one of all) {
      if (typeof one !== 'object') continue;
      if ('struct' in one) return this.struct(value, one.struct, path);
      // A list is a map as well where the chart takes it.
      if ('map' in one) return this.entries(value, one.map, path, struct, use);
    }
    for (const one of all) {
      if (typeof one !== 'object') continue;
      if ('list' in one) return this.entries(value, one.list, path, struct, undefined);
      if ('instance' in one && typeof value.name === 'string')
        this.value(value.name, 'string', [...path, 'name'], struct, use);
    }
  }

  private entries(value: Tree, of: Type, path: Path, struct: string, use?: MemberFormat): void {
    const own = typeof use === 'object' && !('oneOf' in use) ? use : {};
    const keys = useOf(own.keys);
    for (const [key, item] of Object.entries(value)) {
      // KubeSpawner fills in no keys.
      if (keys && item !== undefined) this.scalar(key, keys, [...path, key], struct, true);
      this.value(item, of, [...path, key], struct, own.values === 'quantity!' ? quantityOf(key) : own.values);
    }
  }

  struct(value: Tree, struct: StructName, path: Path): void {
    const formats = OPTION_FORMATS[struct] ?? FIELD_FORMATS[struct] ?? {};
    const members = membersByWireName(struct);
    for (const [what, ...place] of TOGETHER[struct]?.(value) ?? [])
      this.ofFields.push({ path: [...path, ...place], what });
    for (const [key, item] of Object.entries(value)) {
      const here = [...path, key];
      // Services are as JupyterHub writes them.
      const member = members.get(key) ?? (struct === 'ServiceProps' ? members.get(camelCase(key)) : undefined);
      if (/^extraPod(Spec|Config)$/.test(key) || key === 'extra_pod_config') this.pod(item, here);
      else if (key === 'extraContainerConfig') this.value(item, { struct: 'k8s.Container' }, here, struct);
      else if (key === 'traits') this.traits(item, here);
      else if (member) this.value(item, member.type, here, struct, ownFormat(formats, member.name));
    }
  }

  private pod(fields: unknown, path: Path): void {
    for (const [here, item, key] of isMap(fields) ? entriesOf(fields, path) : []) {
      // KubeSpawner takes the names of Python, too.
      const field = ownValue(POD_FIELDS, camelCase(key)) as (typeof POD_FIELDS)[string] | undefined;
      if (field) this.value(item, field.type, here, 'k8s.PodSpec', field.use);
    }
  }

  /** Traits of KubeSpawner, as the options that they are. */
  traits(traits: unknown, path: Path): void {
    for (const [here, item, trait] of isMap(traits) ? entriesOf(traits, path) : []) {
      const option = SERVER_OPTION_OF_TRAIT.get(trait)?.split('.');
      if (!option) continue;
      if (trait === 'extra_pod_config') this.pod(item, here);
      else if (trait === 'extra_container_config') this.value(item, { struct: 'k8s.Container' }, here, 'ProfileProps');
      else this.option(item, option, here);
    }
  }

  private option(value: unknown, option: readonly string[], path: Path): void {
    let struct: StructName = 'ProfileProps';
    for (const [index, name] of option.entries()) {
      const member = memberOf(struct, name);
      if (!member) return;
      if (index === option.length - 1) {
        this.value(value, member.type, path, struct, ownFormat(OPTION_FORMATS[struct] ?? {}, name));
      } else if (typeof member.type === 'object' && 'struct' in member.type) struct = member.type.struct;
    }
  }
}

function ownFormat(formats: Readonly<Record<string, MemberFormat>>, name: string): MemberFormat | undefined {
  return hasKey(formats, name) ? formats[name] : undefined;
}

function isVolume(type: Type): boolean {
  return alternatives(type).some((one) => typeof one === 'object' && 'struct' in one && one.struct === 'k8s.Volume');
}

/** What a quantity has to be, by its resource: those that Kubernetes does not know itself are whole. */
function quantityOf(resource: string): FormatUse {
  if (resource === 'memory' || resource === 'ephemeral-storage') return 'bytes!';
  return resource.includes('/') ? 'whole quantity!' : 'quantity!';
}

const walked = new WeakMap<object, Walk>();

/** What of a release is written in another way than it has to be; looked for once. */
function walkOf(model: Model): Walk {
  const { installation } = model;
  const found = walked.get(installation);
  if (found) return found;
  const walk = new Walk();
  const { hub, spawner, ...others } = installation.props as unknown as { hub: Tree; spawner: Tree };
  const { profiles, ...server } = spawner;
  walk.struct({ ...others, hub, spawner: server }, 'JupyterHubProps', []);
  const config = isMap(hub.config) ? hub.config : {};
  walk.traits(config.KubeSpawner, ['hub', 'config', 'KubeSpawner']);
  (Array.isArray(profiles) ? profiles : []).forEach(({ _props }: { _props?: Tree }, index) => {
    if (_props) walk.struct(_props, 'ProfileProps', ['spawner', 'profiles', index]);
  });
  // What values, or traits, say of profiles.
  const isTyped = (path: Path) => {
    const [section, list, index] = path;
    const own =
      section === 'spawner' && list === 'profiles' && Array.isArray(profiles) ? profiles[Number(index)] : undefined;
    return (own as { _props?: Tree } | undefined)?._props !== undefined;
  };
  for (const { path, own } of overridingOf(model)) {
    if (!isTyped(path)) walk.traits(own.kubespawner_override, [...path, 'kubespawner_override']);
  }
  walked.set(installation, walk);
  return walk;
}

function tell(found: readonly Misspelt[], report: Report): void {
  for (const { path, what } of found) report(path, what);
}

/** How values are written whose types do not show it. */
export const FORMAT_RULES: readonly Rule[] = [
  {
    id: 'formats/quantity',
    severity: 'error',
    tellsOfFields: true,
    title: 'What is no quantity of Kubernetes',
    effect: 'Kubernetes refuses the object',
    mend: '',
    check: (model, report) => tell(walkOf(model).quantities, report),
  },
  {
    id: 'formats/option',
    severity: 'warning',
    tellsOfFields: true,
    title: 'A value that is not written as its option has to be',
    effect: 'Kubernetes or JupyterHub refuses it',
    mend: '',
    check: (model, report) => tell(walkOf(model).ofOptions, report),
  },
  {
    id: 'formats/field',
    severity: 'warning',
    tellsOfFields: true,
    title: 'A value that is not written as its field of Kubernetes has to be',
    effect: 'Kubernetes refuses the object',
    mend: '',
    check: (model, report) => tell(walkOf(model).ofFields, report),
  },
];
