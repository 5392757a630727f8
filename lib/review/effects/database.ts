import { mapsIn, valueAt } from '../../data/maps';
import { DescribedHub } from '../../hubs/hub';
import { Manifest } from '../../kubernetes/manifest';
import { shown } from '../shown';

/** Where the hub keeps users, tokens and the state of servers. */
export interface Database {
  readonly url: string;
  /** The claim that a file of sqlite is on. */
  readonly claim?: string;
}

function claimOf(deployment: Manifest | undefined): string | undefined {
  const volumes = mapsIn(valueAt(deployment, ['spec', 'template', 'spec', 'volumes']));
  const container = mapsIn(valueAt(deployment, ['spec', 'template', 'spec', 'containers'])).find(
    ({ name }) => name === 'hub',
  );
  const mount = mapsIn(container?.volumeMounts).find(({ mountPath }) => mountPath === '/srv/jupyterhub');
  const claim = valueAt(
    volumes.find(({ name }) => name === mount?.name),
    ['persistentVolumeClaim', 'claimName'],
  );
  const part = typeof mount?.subPath === 'string' && mount.subPath ? `/${mount.subPath}` : '';
  return typeof claim === 'string' ? `${claim}${part}` : undefined;
}

export function databaseOf(hub: DescribedHub, deployment: Manifest | undefined): Database {
  const url = shown(hub.traits.JupyterHub?.db_url ?? 'sqlite:///jupyterhub.sqlite', ['JupyterHub', 'db_url']);
  return { url, claim: /^sqlite/.test(url) ? claimOf(deployment) : undefined };
}

/** The database in words: its URL, and the claim that it is on. */
export function databaseInWords({ url, claim }: Database): string {
  if (claim !== undefined) return `${url} on the claim ${claim}`;
  return /^sqlite/.test(url) ? `${url}, in the hub's pod only` : url;
}
