import { acceptTrait } from '../jupyterhub/accept';
import { renamedTraits, traitsOf } from '../jupyterhub/classes';
import { describeTrait } from '../jupyterhub/describe';
import { Trait } from '../jupyterhub/kind';
import { isMap, mapValues, Path, Tree } from '../data/maps';
import { format } from './python/format';
import { Scalar } from './python/format-field';
import { Names, namesOf, Server, serverPath, Surroundings } from './server';
import { at, SpawnError } from './spawn-error';

/** Traits of a spawner that are no part of its configuration. */
const OTHER_TRAITS: Readonly<Record<string, Trait>> = {
  env: { kind: { is: 'dict' }, default: {} },
  internal_ssl: { kind: { is: 'bool' }, default: false },
  user_options: { kind: { is: 'dict' }, default: {} },
};

/** What the class asks of a value beyond its kind, or makes of it. */
const VALIDATE: Readonly<Record<string, (value: unknown) => unknown>> = {
  image_pull_secrets: (value) => (typeof value === 'string' ? [{ name: value }] : value),
  ip: (value) => String(value).replace(/^\[([^]*)\]$/, '$1'),
  notebook_dir: (value) => String(value).replace(/%U/g, '{username}'),
  default_url: (value) => String(value).replace(/%U/g, '{username}'),
};

/** Values that Python computes where the configuration has none. */
const computed = ({ namespace }: Surroundings): Tree => ({ namespace, env_keep: [] });

/** A KubeSpawner for one server: its attributes, and what they make of templates. */
export class Spawner {
  private readonly attributes = new Map<string, unknown>();
  private readonly names: Names;

  /**
   * @param config traits of the class and its bases, by name
   * @throws SpawnError where the class refuses them
   */
  constructor(
    config: Readonly<Tree>,
    readonly server: Server,
    private readonly surroundings: Surroundings,
  ) {
    this.names = namesOf(server, surroundings);
    const start = computed(surroundings);
    for (const [name, trait] of traitsOf('KubeSpawner')) this.attributes.set(name, start[name] ?? trait.default);
    for (const [name, trait] of Object.entries(OTHER_TRAITS)) this.attributes.set(name, trait.default);
    for (const [name, value] of Object.entries(config)) if (traitsOf('KubeSpawner').has(name)) this.set(name, value);
    this.initialize();
  }

  /** What the constructor derives from traits, once: an override of these traits comes too late. */
  private initialize(): void {
    if (this.get('enable_user_namespaces')) this.set('namespace', this.expanded('user_namespace_template'));
    this.setPodName();
    this.attributes.set('secret_name', this.expanded('secret_name_template'));
    this.attributes.set('pvc_name', this.expanded('pvc_name_template'));
    if (this.get('working_dir')) this.set('working_dir', this.expanded('working_dir'));
    if (this.get('port') === 0) this.set('port', 8888);
    // JupyterHub clears the spawner's state before each start, and what is named by it is named anew.
    this.setPodName();
  }

  private setPodName(): void {
    this.attributes.set('pod_name', this.expanded('pod_name_template'));
    const names: Names = { namespace: this.text('namespace'), name: this.text('pod_name') };
    const dnsName = at(['dns_name_template'], () => format(this.text('dns_name_template'), lookupIn(names)));
    this.attributes.set('dns_name', dnsName);
  }

  /** The value of an attribute. */
  get(name: string): unknown {
    return this.attributes.get(renamedTraits('KubeSpawner').get(name)?.to ?? name);
  }

  /** The value of an attribute that is a string. */
  text(name: string): string {
    return String(this.get(name));
  }

  has(name: string): boolean {
    return this.attributes.has(renamedTraits('KubeSpawner').get(name)?.to ?? name);
  }

  /**
   * Sets an attribute as Python does: a trait takes what its kind allows.
   * @throws SpawnError where it does not
   */
  set(given: string, value: unknown): void {
    const name = renamedTraits('KubeSpawner').get(given)?.to ?? given;
    const trait = traitsOf('KubeSpawner').get(name) ?? (name in OTHER_TRAITS ? OTHER_TRAITS[name] : undefined);
    if (!trait) {
      this.attributes.set(name, value);
      return;
    }
    const accepted = acceptTrait(trait, value);
    if (!accepted) {
      throw new SpawnError(`must be ${describeTrait(trait)}, got ${JSON.stringify(value)}`, [given]);
    }
    this.attributes.set(name, name in VALIDATE ? VALIDATE[name](accepted.value) : accepted.value);
  }

  /** Sets an attribute that is no longer looked at: Python merges maps in place. */
  replace(name: string, value: unknown): void {
    this.attributes.set(renamedTraits('KubeSpawner').get(name)?.to ?? name, value);
  }

  /** The string with its fields filled in; without the dashes at its end that empty ones leave. */
  expand(template: string): string {
    const filledIn = format(template, (name) => this.field(name));
    return template.endsWith('-') ? filledIn : filledIn.replace(/-+$/, '');
  }

  /** The data at a path with the fields of its strings filled in, but for keys. */
  expandAll(value: unknown, path: Path): unknown {
    if (typeof value === 'string') return at(path, () => this.expand(value));
    if (Array.isArray(value)) return value.map((item, index) => this.expandAll(item, [...path, index]));
    return isMap(value) ? mapValues(value, (item, key) => this.expandAll(item, [...path, key])) : value;
  }

  /** A trait with the fields of its strings filled in. */
  expanded(trait: string): unknown {
    return this.expandAll(this.get(trait), [trait]);
  }

  /** A trait with the fields filled in that JupyterHub itself knows. */
  formatted(trait: string): string {
    const names: Names = { username: this.server.user, base_url: serverPath(this.server, this.surroundings) };
    return at([trait], () => format(this.text(trait), lookupIn(names)));
  }

  private field(name: string): Scalar {
    if (name === 'pod_name' || name === 'pvc_name' || name === 'namespace') {
      return this.attributes.has(name) ? (this.get(name) as Scalar) : `${name}_unavailable!`;
    }
    if (name === 'username' || name === 'servername')
      return this.names[`${this.text('slug_scheme').replace('escape', 'escaped')}_${name}`];
    if (name === 'user_server') return this.userServer();
    return lookupIn(this.names)(name);
  }

  private userServer(): string | number {
    if (this.get('slug_scheme') !== 'escape') return this.names.safe_user_server;
    return this.names.escaped_servername === '' ? this.names.escaped_username : this.names.escaped_user_server;
  }
}

function lookupIn(names: Names): (name: string) => string | number {
  return (name) => {
    if (Object.prototype.hasOwnProperty.call(names, name)) return names[name];
    throw new SpawnError(`{${name}} is no field that can be filled in; a brace that is meant as such is written twice`);
  };
}
