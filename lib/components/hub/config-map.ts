import { Installation } from '../../release/installation';
import { Manifest } from '../../kubernetes/manifest';
import { nonEmpty, withoutNulls } from '../../data/maps';
import { toSortedYaml } from '../../data/yaml';
import { configValues, extraConfig, mayRunOwnCode } from './config-values';
import { hubConfiguration, serviceTokens } from './configuration';
import { hubFile } from './hub-file';
import { environmentPlaces } from './secret-environment';
import { traitsYaml } from '../../release/traits';

/** What the hub's Python file needs to know to ask the cluster for the rest. */
function clusterFacts(installation: Installation): Record<string, unknown> {
  const { props, names } = installation;
  const facts = {
    names: mayRunOwnCode(installation) ? names : { hub: names.hub, 'proxy-api': names['proxy-api'] },
    database: { type: props.hub.db.type },
    serviceTokens: nonEmpty(serviceTokens(installation)),
    environment: nonEmpty(environmentPlaces(installation)),
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
      ...(nonEmpty(props.hub.existingSecret) ? { 'existing_values.py': hubFile('existing_values.py') } : {}),
    },
  };
}
