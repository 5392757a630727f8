import { Installation } from '../../release/installation';
import { inPart, ReleaseObject } from '../release-object';
import { nonEmpty } from '../../data/maps';
import { base64, isReference, revealText } from '../../secrets/secrets';

const DOCKER_HUB = 'https://index.docker.io/v1/';

/** A Secret with a registry's credentials, as `kubectl create secret docker-registry` would write it. */
export function imagePullSecretObjects(installation: Installation): ReleaseObject[] {
  const { props, names } = installation;
  const { create, registry, ...credentials } = props.imagePullSecret;
  if (!create) return [];
  for (const [option, value] of Object.entries(credentials)) {
    if (!isReference(value)) continue;
    throw new Error(
      `imagePullSecret.${option}: is in a Secret of the cluster, and this one is written here; ` +
        'create a docker-registry Secret and name it in imagePullSecrets',
    );
  }
  const username = revealText(credentials.username) ?? '';
  const password = revealText(credentials.password) ?? '';
  const email = revealText(credentials.email);
  const auth = { username, password, ...(email && { email }), auth: base64(`${username}:${password}`) };
  const config = { auths: { [nonEmpty(registry) ?? DOCKER_HUB]: auth } };
  return inPart('secrets', {
    imagePullSecret: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: installation.metadata(names['image-pull-secret'], 'image-pull-secret'),
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': base64(JSON.stringify(config, null, 2)) },
    },
  });
}
