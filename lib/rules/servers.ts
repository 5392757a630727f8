import { applyOverride } from '../components/spawner/override';
import { isMap, mapValues, Path, Tree } from '../data/maps';
import { Manifest } from '../kubernetes/manifest';
import { applyOverrides } from '../user-pods/overrides';
import { hideSecrets } from '../user-pods/hide-secrets';
import { podOf } from '../user-pods/pod';
import { SAMPLE_SERVERS } from '../user-pods/sample';
import { Spawner } from '../user-pods/spawner';
import { claimOf } from '../user-pods/claim';
import { SpawnError } from '../user-pods/spawn-error';
import { Model, serverTraitsOf } from './model';
import { profilesOf } from './profiles';

/** A server that users can start: what all have, or what a profile or a choice in it makes of it. */
export interface Server {
  /** The option: `spawner`, a profile, or a choice. */
  readonly path: Path;
  /** The server that a profile or a choice changes. */
  readonly of?: Server;
  /** What the profile or the choice overrides. */
  readonly own?: Tree;
  readonly traits: Tree;
}

function changed(of: Server, path: Path, own: Tree): Server {
  const override = isMap(own.kubespawner_override) ? own.kubespawner_override : {};
  return { path, of, own: override, traits: applyOverride(of.traits, override) };
}

const found = new WeakMap<Model, readonly Server[]>();

/** The servers of all, of each profile, and of each choice in it. */
export function serversOf(model: Model): readonly Server[] {
  const known = found.get(model);
  if (known) return known;
  const all: Server = { path: ['spawner'], traits: serverTraitsOf(model) };
  const others = profilesOf(model).flatMap(({ path, own, options }) => {
    const profile = changed(all, path, own);
    const choices = options.flatMap((option) => option.choices);
    return [profile, ...choices.map((choice) => changed(profile, choice.path, choice.own))];
  });
  const servers = [all, ...others];
  found.set(model, servers);
  return servers;
}

/** The option of a server that sets a trait of it. */
export function pathOf(model: Model, server: Server, trait: string): Path {
  if (server.of) return [...server.path, 'kubespawner_override', trait];
  return model.serverTraits.get(trait)?.path ?? model.pathOfTrait('KubeSpawner', trait);
}

/** The pod and the claim of a server; undefined where KubeSpawner would ask for none, which another rule tells. */
export function madeObjects(
  model: Model,
  server: Server,
): { readonly pod: Manifest; readonly pvc?: Manifest } | undefined {
  try {
    const spawner = startedSpawner(model, server);
    return { pod: podOf(spawner), pvc: claimOf(spawner) };
  } catch (error) {
    if (error instanceof SpawnError) return undefined;
    throw error;
  }
}

function startedSpawner(model: Model, server: Server): Spawner {
  const spawner = model.maker.spawner(SAMPLE_SERVERS[0]);
  for (const override of [server.of?.own, server.own]) {
    applyOverrides(
      spawner,
      mapValues({ ...override }, (value, trait) => hideSecrets(value, ['KubeSpawner', trait])),
    );
  }
  return spawner;
}

/**
 * The pod of a server.
 * @throws SpawnError where KubeSpawner would ask for none
 */
export function madePod(model: Model, server: Server): Manifest {
  return podOf(startedSpawner(model, server));
}

/** The pod alone. */
export function podOfServer(model: Model, server: Server): Manifest | undefined {
  return madeObjects(model, server)?.pod;
}
