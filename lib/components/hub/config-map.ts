import { Installation } from '../../release/installation';
import { Manifest } from '../../kubernetes/manifest';
import { nonEmpty, withoutNulls } from '../../data/maps';
import { toSortedYaml } from '../../data/yaml';
import { configValues, extraConfig, mayRunOwnCode } from './config-values';
import { hubConfiguration, serviceTokens } from './configuration';
import { existingTraits } from './existing-traits';
import { hubFile } from './hub-file';
import { filesSecret, literalsSecret, ownTokens } from './secret';
import { environmentPlaces } from './secret-environment';
import { AUTH_TOKEN_KEY, tokenReference } from '../../release/secret-keys';
import { traitsYaml } from '../../release/traits';

/** What the hub's Python file needs to know to ask the cluster for the rest. */
function clusterFacts(installation: Installation): Record<string, unknown> {
  const { props, names, labels } = installation;
  const proxyToken = tokenReference(installation, AUTH_TOKEN_KEY, props.proxy.secretToken);
  const facts = {
    names: mayRunOwnCode(installation) ? names : { hub: names.hub, 'proxy-api': names['proxy-api'] },
    database: { type: props.hub.db.type },
    serviceTokens: nonEmpty(serviceTokens(installation)),
    environment: nonEmpty(environmentPlaces(installation)),
    secrets: {
      hub: names.hub,
      tokens: ownTokens(installation),
      literals: literalsSecret(installation)?.metadata.name,
      files: filesSecret(installation)?.metadata.name,
      proxyToken: [proxyToken.name, proxyToken.key],
      labels: labels.match('hub'),
    },
    existingTraits: nonEmpty(props.hub.existingSecret) && existingTraits(),
  };
  return withoutNulls(facts);
}

function optional(name: string, data: Record<string, unknown> | undefined): Record<string, string> {
  return nonEmpty(data) ? { [name]: toSortedYaml(data) } : {};
}

/** The configuration that JupyterHub starts with, as people review it. */
export function hubConfigMap(installation: Installation): Manifest {
  const { props, names } = installation;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: installation.metadata(names.hub, 'hub'),
    data: {
      'config.yaml': traitsYaml(hubConfiguration(installation).open),
      'cluster.yaml': toSortedYaml(clusterFacts(installation)),
      ...optional('values.yaml', configValues(installation).open),
      ...optional('extra-config.yaml', extraConfig(installation).open),
      'jupyterhub_config.py': hubFile('jupyterhub_config.py'),
      'z2jh.py': hubFile('z2jh.py'),
      'bootstrap_secrets.py': hubFile('bootstrap_secrets.py'),
      'keep_secrets.py': hubFile('keep_secrets.py'),
      ...(nonEmpty(props.hub.existingSecret) ? { 'existing_values.py': hubFile('existing_values.py') } : {}),
    },
  };
}
