import { Path } from '../data/maps';
import { Manifest } from '../kubernetes/manifest';
import { applyChoice, UserOptions } from './choose';
import { applyUserOptions } from './apply-user-options';
import { claimOf } from './claim';
import { baseUrl, Hub, spawnerConfig } from './hub';
import { podOf } from './pod';
import { Server } from './server';
import { SpawnError } from './spawn-error';
import { Spawner } from './spawner';

/** What a start of a server asks Kubernetes for, or why it asks for nothing. */
export type UserObjects =
  { readonly pod: Manifest; readonly pvc?: Manifest } | { readonly error: string; readonly at?: Path };

/** Makes the objects of many servers of one hub. */
export class UserObjectMaker {
  private readonly config;
  private readonly surroundings;
  private readonly internalSsl: boolean;

  constructor(hub: Hub) {
    this.config = spawnerConfig(hub);
    this.surroundings = { namespace: hub.namespace, baseUrl: baseUrl(hub) };
    this.internalSsl = hub.traits.JupyterHub?.internal_ssl === true;
  }

  /** A new spawner, before anything is chosen. */
  spawner(server: Server): Spawner {
    const spawner = new Spawner(this.config, server, this.surroundings);
    spawner.set('internal_ssl', this.internalSsl);
    return spawner;
  }

  /** The objects of a server with what its user chose. */
  objects(server: Server, options: UserOptions = {}): UserObjects {
    try {
      const spawner = this.spawner(server);
      applyUserOptions(spawner, options);
      applyChoice(spawner, options);
      const pod = podOf(spawner);
      const pvc = claimOf(spawner);
      return pvc ? { pod, pvc } : { pod };
    } catch (error) {
      if (error instanceof SpawnError) return { error: error.message, at: error.path };
      throw error;
    }
  }
}
