import { isMap, Tree, withoutUndefined } from '../data/maps';
import { environment, variableList } from './environment';
import { toModels } from './items';
import { toModel, update } from './model';
import { isTrue } from './python/text';
import { containerSecurityContext } from './security-context';
import { Spawner } from './spawner';

/** Amounts of one kind, under the names that Kubernetes has for them. */
function amounts(spawner: Spawner, kind: 'guarantee' | 'limit'): Tree {
  const [cpu, memory, extra] = [`cpu_${kind}`, `mem_${kind}`, `extra_resource_${kind}s`].map((name) =>
    spawner.get(name),
  );
  return { ...(isTrue(cpu) && { cpu }), ...(isTrue(memory) && { memory }), ...(isMap(extra) && extra) };
}

/** The command; arguments without one would be the image's, which KubeSpawner does not know. */
function command(spawner: Spawner): unknown[] | undefined {
  const [cmd, args] = [spawner.get('cmd'), spawner.get('args')];
  return isTrue(cmd) ? [...(cmd as unknown[]), ...(args as unknown[])] : undefined;
}

/** The certificates of JupyterHub's own authority, where its parts speak TLS with each other. */
export function certificates(spawner: Spawner): { volumes: Tree[]; mounts: Tree[]; variables: Tree } {
  const path = spawner.text('secret_mount_path');
  if (!['internal_ssl', 'secret_name', 'secret_mount_path'].every((name) => isTrue(spawner.get(name)))) {
    return { volumes: [], mounts: [], variables: {} };
  }
  const name = 'jupyterhub-internal-certs';
  return {
    volumes: [{ name, secret: { secretName: spawner.get('secret_name'), defaultMode: 511 } }],
    mounts: [{ name, mountPath: path }],
    variables: {
      JUPYTERHUB_SSL_KEYFILE: `${path}ssl.key`,
      JUPYTERHUB_SSL_CERTFILE: `${path}ssl.crt`,
      JUPYTERHUB_SSL_CLIENT_CA: `${path}notebooks-ca_trust.crt`,
    },
  };
}

/** The container that a user's server runs in. */
export function notebookContainer(spawner: Spawner): Tree {
  const hooks = spawner.get('lifecycle_hooks');
  const tls = certificates(spawner);
  const container = withoutUndefined({
    name: 'notebook',
    image: spawner.get('image'),
    imagePullPolicy: spawner.get('image_pull_policy') ?? undefined,
    workingDir: spawner.get('working_dir') ?? undefined,
    args: command(spawner),
    ports: [{ name: 'notebook-port', containerPort: spawner.get('port') }],
    env: variableList({ ...environment(spawner), ...tls.variables }),
    lifecycle: isTrue(hooks) ? toModel('Lifecycle', hooks, ['lifecycle_hooks']) : hooks,
    resources: { requests: amounts(spawner, 'guarantee'), limits: amounts(spawner, 'limit') },
    volumeMounts: [...toModels(spawner, 'volume_mounts', 'VolumeMount', true), ...tls.mounts],
    securityContext: containerSecurityContext(spawner),
  });
  const extra = spawner.get('extra_container_config');
  return isTrue(extra) ? update('Container', container, extra, ['extra_container_config']) : container;
}
