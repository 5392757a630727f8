import { classReferredTo, renamedTraits, sectionsOf, traitsOf } from '../jupyterhub/classes';
import { jupyterhubTraits } from '../components/hub/configuration';
import { acceptTrait } from '../jupyterhub/accept';
import { hasKey, mapValues, Tree } from '../data/maps';
import { Installation } from '../release/installation';
import { mergeTraits, Traits } from '../release/traits';
import { reveal } from '../secrets/secrets';
import { SecretValue } from '../secrets/secret-value';
import { hideSecrets, showSecrets } from './hide-secrets';
import { assignmentsIn } from './python/assignments';
import { compareText } from './python/text';

/** A hub, as far as its users' servers depend on it. */
export interface Hub {
  /** Namespace of the hub's pod. */
  readonly namespace: string;
  /** JupyterHub's configuration by class and trait. */
  readonly traits: Traits;
  /** Whether what is made of it holds the secrets that are known at synth. */
  readonly withSecrets?: boolean;
}

/** Pieces of Python by their names, in the order in which they run. */
function inOrder(pieces: Readonly<Tree>): readonly (readonly [string, string])[] {
  const names = Object.keys(pieces).sort(compareText);
  return names.map((name) => [name, String(reveal(pieces[name]))] as const);
}

/** The pieces of Python that run after the configuration. */
export function extraConfig({ props }: Installation): readonly (readonly [string, string])[] {
  return inOrder((props.hub.extraConfig ?? {}) as Readonly<Tree>);
}

/** A hub by its configuration, with what its own Python sets to values that are written out. */
export function hubWith(namespace: string, traits: Traits, python: Readonly<Tree> = {}): Hub {
  return {
    namespace,
    traits: mergeTraits(traits, ...inOrder(python).map(([, source]) => assignmentsIn(source).traits)),
  };
}

/** The hub of a release. */
export function hubOf(installation: Installation): Hub {
  const { namespace, props } = installation;
  return hubWith(namespace, jupyterhubTraits(installation), (props.hub.extraConfig ?? {}) as Tree);
}

/** The name of the class of spawners: KubeSpawner, or one of the deployment's own. */
export function spawnerClass({ traits }: Hub): string {
  const reference = String(traits.JupyterHub?.spawner_class ?? 'kubespawner.KubeSpawner');
  return classReferredTo(reference, 'spawners') ?? reference.slice(reference.lastIndexOf('.') + 1);
}

/** A section with its traits under today's names; where there are both, today's counts. */
function withoutOldNames(section: Readonly<Tree>): Tree {
  const renamed = renamedTraits('KubeSpawner');
  const entries = Object.entries(section);
  const old = entries.flatMap(([name, value]) => {
    const today = renamed.get(name)?.to;
    return today === undefined ? [] : [[today, value] as const];
  });
  return Object.fromEntries([...old, ...entries.filter(([name]) => !renamed.has(name))]);
}

/** A trait as it can be shown: a secret is hidden, but where the trait takes a number only, which tells nobody anything. */
function shown(name: string, value: unknown): unknown {
  const trait = traitsOf('KubeSpawner').get(name);
  const hidden = hideSecrets(value, ['KubeSpawner', name]);
  const isUsable = !(value instanceof SecretValue) || !trait || acceptTrait(trait, hidden) !== undefined;
  return isUsable ? hidden : reveal(value);
}

/** The traits of the hub's spawners. */
export function spawnerConfig(hub: Hub): Tree {
  const own = spawnerClass(hub);
  const sections = own === 'KubeSpawner' ? sectionsOf(own) : [own, ...sectionsOf('KubeSpawner')];
  const config: Tree = {};
  for (const section of [...sections].reverse()) {
    const traits = hub.traits[section] ?? {};
    Object.assign(config, section === 'KubeSpawner' ? withoutOldNames(traits) : traits);
  }
  return mapValues(config, (value, name) => (hub.withSecrets ? showSecrets(value) : shown(name, value)));
}

/** The path of the hub's URL, with a slash at both ends. */
export function baseUrl({ traits }: Hub): string {
  const given = traits.JupyterHub && hasKey(traits.JupyterHub, 'base_url') ? String(traits.JupyterHub.base_url) : '/';
  return `/${given.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
}
