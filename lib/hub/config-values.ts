import { Installation } from '../installation';
import { given } from '../kubernetes/manifest';
import { toChartValues } from '../values/table';
import { CHART_VERSION, JUPYTERHUB_VERSION } from '../version';
import { SplitData, splitSecrets } from './traits';

/**
 * What `get_config` answers in Python that is not the library's: the options in the chart's words. Nothing where there can be no
 * such Python in the hub's pod.
 */
export function configValues(installation: Installation): SplitData {
  const { props, release, namespace } = installation;
  const { extraConfig, extraFiles, extraVolumes, existingSecret } = props.hub;
  const mayAsk = [extraConfig, extraFiles, extraVolumes, existingSecret].some((option) => given<unknown>(option));
  if (!mayAsk) return splitSecrets({});
  return splitSecrets({
    ...toChartValues(props),
    Chart: { Name: 'jupyterhub', Version: CHART_VERSION, AppVersion: JUPYTERHUB_VERSION },
    Release: { Name: release, Namespace: namespace, Service: 'Helm' },
  });
}
