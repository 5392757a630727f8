import { kubectl } from './kubectl';
import { Release } from './release';

/** Debian's, built in `images/`; another cluster needs an image with `initdb` and `postgres` in its path. */
const IMAGE = process.env.POSTGRESQL_IMAGE ?? 'localhost/postgresql-debian:15';

const SCRIPT = `
initdb --pgdata=/data/db --username=jupyterhub --auth=scram-sha-256 --pwfile=<(echo "$PASSWORD")
echo 'host all all all scram-sha-256' >> /data/db/pg_hba.conf
exec postgres -D /data/db -c listen_addresses='*' -c unix_socket_directories=/tmp
`;

/** A PostgreSQL server with an empty database `postgres` for the user `jupyterhub`, as Service `postgresql`. */
export async function runPostgresql(release: Release, password: string): Promise<void> {
  const labels = { app: 'postgresql' };
  const metadata = { name: 'postgresql', namespace: release.name, labels };
  const container = {
    name: 'postgresql',
    image: IMAGE,
    command: ['bash', '-ec', SCRIPT],
    env: [
      { name: 'PASSWORD', value: password },
      { name: 'PGPASSWORD', value: password },
    ],
    readinessProbe: { tcpSocket: { port: 5432 }, periodSeconds: 1 },
    volumeMounts: [{ name: 'data', mountPath: '/data' }],
  };
  const securityContext = { runAsUser: 1000, fsGroup: 1000 };
  const items = [
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports: [{ port: 5432 }] } },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata,
      spec: { containers: [container], securityContext, volumes: [{ name: 'data', emptyDir: {} }] },
    },
  ];
  await kubectl(['apply', '-f', '-'], { input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) });
  await release.kubectl('wait', '--for=condition=ready', '--timeout=120s', 'pod/postgresql');
}
