import { isMap, Path, Tree } from '../data/maps';
import { Manifest } from '../kubernetes/manifest';
import { SERVER_OPTION_OF_TRAIT } from '../options/spawner/server-traits';
import { hubOf } from '../user-pods/hub';
import { applyOverrides } from '../user-pods/overrides';
import { podOf } from '../user-pods/pod';
import { SAMPLE_SERVERS } from '../user-pods/sample';
import { SpawnError } from '../user-pods/spawn-error';
import { Spawner } from '../user-pods/spawner';
import { UserObjectMaker } from '../user-pods/user-objects';
import { Model } from './model';
import { profilesOf } from './profiles';

/** A server that users can start: what all have, or what a profile or a choice in it makes of it. */
export interface Server {
  /** The option: `spawner`, a profile, or a choice. */
  readonly path: Path;
  /** The server that a profile or a choice changes. */
  readonly of?: Server;
  /** What the profile or the choice overrides itself. */
  readonly own?: Tree;
  /** KubeSpawner with what is overridden on the way. */
  readonly spawner: Spawner;
}

/** What is made; undefined where KubeSpawner would start no server, which is another rule's. */
function unlessSpawnFails<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof SpawnError) return undefined;
    throw error;
  }
}

function makeServers(model: Model): Server[] {
  const maker = new UserObjectMaker(hubOf(model.installation));
  const servers: Server[] = [];
  const add = (path: Path, of: Server | undefined, overrides: readonly unknown[]): Server | undefined => {
    const spawner = unlessSpawnFails(() => {
      const one = maker.spawner(SAMPLE_SERVERS[0]);
      for (const override of overrides) applyOverrides(one, override ?? {});
      return one;
    });
    const own = overrides.at(-1);
    const server = spawner && { path, of, spawner, own: isMap(own) ? own : undefined };
    if (server) servers.push(server);
    return server;
  };
  const all = add(['spawner'], undefined, []);
  for (const { path, own, options } of profilesOf(model)) {
    const profile = add(path, all, [own.kubespawner_override]);
    for (const choice of options.flatMap(({ choices }) => choices))
      add(choice.path, profile, [own.kubespawner_override, choice.own.kubespawner_override]);
  }
  return servers;
}

const made = new WeakMap<Model, Server[]>();

/** The servers of all, of each profile, and of each choice in it, as far as KubeSpawner would start them. */
export function serversOf(model: Model): Server[] {
  const servers = made.get(model) ?? makeServers(model);
  made.set(model, servers);
  return servers;
}

/** The pod of a server; undefined where KubeSpawner would ask for none. */
export function podOfServer({ spawner }: Server): Manifest | undefined {
  return unlessSpawnFails(() => podOf(spawner));
}

/** The option of a server that sets a trait of it. */
export function pathOf(server: Server, trait: string): Path {
  if (server.of) return [...server.path, 'kubespawner_override', trait];
  return [...server.path, ...(SERVER_OPTION_OF_TRAIT.get(trait) ?? trait).split('.')];
}
