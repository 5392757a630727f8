import { jupyterhubTraits } from '../components/hub/configuration';
import { at } from './lookup';
import { Path, Tree } from '../data/maps';
import { DescribedHub } from '../hubs/hub';
import { renamedTraits, sectionsOf } from '../jupyterhub/classes';
import { HUB_TRAITS } from '../options/hub/hub-traits';
import { CLAIM_TRAITS, SERVER_TRAITS, SPAWNER_TRAITS, VOLUME_TRAITS } from '../options/spawner/server-traits';
import { CompleteProps, Installation } from '../release/installation';
import { Traits } from '../release/traits';
import { extraConfig, Hub, hubOf } from '../user-pods/hub';
import { UserObjectMaker } from '../user-pods/user-objects';
import { assignmentsIn } from '../user-pods/python/assignments';

/** A trait, with the option that sets it. */
export interface PlacedTrait {
  readonly path: Path;
  readonly value: unknown;
}

/** A trait that a piece of `hub.extraConfig` sets to a value which is written out. */
export interface PythonTrait extends PlacedTrait {
  readonly section: string;
  readonly name: string;
}

/** What a set of options leads to, for rules to look at. Nothing in it is computed before it is asked for. */
export class Model {
  private made?: UserObjectMaker;
  private placed?: ReadonlyMap<string, PlacedTrait>;
  private assigned?: readonly PythonTrait[];

  constructor(readonly installation: Installation) {}

  /** The complete options. */
  get props(): CompleteProps {
    return this.installation.props;
  }

  /** JupyterHub's configuration by class and trait; secrets in it are SecretValues. */
  get traits(): Traits {
    return jupyterhubTraits(this.installation);
  }

  /** What users' servers depend on. */
  protected get hub(): Hub {
    return hubOf(this.installation);
  }

  /** Makes users' servers. */
  get maker(): UserObjectMaker {
    this.made ??= new UserObjectMaker(this.hub);
    return this.made;
  }

  /** A trait, with the option that sets it. */
  trait(section: string, name: string): PlacedTrait {
    return { path: this.pathOfTrait(section, name), value: this.traits[section]?.[name] };
  }

  /** The option that sets a trait: one of its own, or `hub.config`, which wins. */
  pathOfTrait(section: string, name: string): Path {
    if (/Authenticator$/.test(section)) return ['authenticator', section, name];
    const general: Path = ['hub', 'config', section, name];
    if (at(this.props, general) !== undefined) return general;
    return OPTION_OF_TRAIT.get(`${section}.${name}`)?.split('.') ?? general;
  }

  /** Traits that Python of `hub.extraConfig` sets to values which are written out, in the order in which it runs. */
  get pythonTraits(): readonly PythonTrait[] {
    this.assigned ??= extraConfig(this.installation).flatMap(([piece, source]) =>
      Object.entries(assignmentsIn(source).traits).flatMap(([section, traits]) =>
        Object.entries(traits).map(([name, value]) => ({ section, name, value, path: ['hub', 'extraConfig', piece] })),
      ),
    );
    return this.assigned;
  }

  /** Traits of the servers of all users, under the names of today: of the sections that count, and of Python. */
  get serverTraits(): ReadonlyMap<string, PlacedTrait> {
    this.placed ??= this.placedTraits();
    return this.placed;
  }

  private placedTraits(): ReadonlyMap<string, PlacedTrait> {
    const placed = new Map<string, PlacedTrait>();
    const today = (name: string) => renamedTraits('KubeSpawner').get(name)?.to ?? name;
    for (const section of [...sectionsOf('KubeSpawner')].reverse()) {
      for (const name of Object.keys(this.traits[section] ?? {})) placed.set(today(name), this.trait(section, name));
      for (const trait of this.pythonTraits) if (trait.section === section) placed.set(today(trait.name), trait);
    }
    return placed;
  }
}

/** The same for a hub that manifests describe, of which not every option can be told. */
export class DescribedModel extends Model {
  constructor(private readonly described: DescribedHub) {
    super(described.installation);
  }

  override get traits(): Traits {
    return this.described.traits;
  }

  protected override get hub(): Hub {
    return this.described.hub;
  }
}

/** Traits of all servers as a map by name. */
export function serverTraitsOf(model: Model): Tree {
  return Object.fromEntries([...model.serverTraits].map(([name, { value }]) => [name, value]));
}

/** Options that are a trait each, by the trait. */
const OPTION_OF_TRAIT: ReadonlyMap<string, string> = new Map([
  ...HUB_TRAITS.map(([option, section, trait]) => [`${section}.${trait}`, `hub.${option}`] as const),
  ...[...SERVER_TRAITS, ...CLAIM_TRAITS, ...VOLUME_TRAITS, ...SPAWNER_TRAITS].flatMap(([option, trait]) =>
    ['KubeSpawner', 'Spawner'].map((section) => [`${section}.${trait}`, `spawner.${option}`] as const),
  ),
]);
