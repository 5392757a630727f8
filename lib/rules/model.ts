import { jupyterhubTraits } from '../components/hub/configuration';
import { at } from './lookup';
import { Path } from '../data/maps';
import { HUB_TRAITS } from '../options/hub/hub-traits';
import { CLAIM_TRAITS, SERVER_TRAITS, SPAWNER_TRAITS, VOLUME_TRAITS } from '../options/spawner/server-traits';
import { CompleteProps, Installation } from '../release/installation';
import { Traits } from '../release/traits';

/** What a set of options leads to, for rules to look at. Nothing in it is computed before it is asked for. */
export class Model {
  constructor(readonly installation: Installation) {}

  /** The complete options. */
  get props(): CompleteProps {
    return this.installation.props;
  }

  /** JupyterHub's configuration by class and trait; secrets in it are SecretValues. */
  get traits(): Traits {
    return jupyterhubTraits(this.installation);
  }

  /** A trait, with the option that sets it. */
  trait(section: string, name: string): { readonly path: Path; readonly value: unknown } {
    return { path: this.pathOfTrait(section, name), value: this.traits[section]?.[name] };
  }

  /** The option that sets a trait: one of its own, or `hub.config`, which wins. */
  pathOfTrait(section: string, name: string): Path {
    if (/Authenticator$/.test(section)) return ['authenticator', section, name];
    const general: Path = ['hub', 'config', section, name];
    if (at(this.props, general) !== undefined) return general;
    return OPTION_OF_TRAIT.get(`${section}.${name}`)?.split('.') ?? general;
  }
}

/** Options that are a trait each, by the trait. */
const OPTION_OF_TRAIT: ReadonlyMap<string, string> = new Map([
  ...HUB_TRAITS.map(([option, section, trait]) => [`${section}.${trait}`, `hub.${option}`] as const),
  ...[...SERVER_TRAITS, ...CLAIM_TRAITS, ...VOLUME_TRAITS, ...SPAWNER_TRAITS].flatMap(([option, trait]) =>
    ['KubeSpawner', 'Spawner'].map((section) => [`${section}.${trait}`, `spawner.${option}`] as const),
  ),
]);
