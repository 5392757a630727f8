import { Installation, oncePerInstallation } from '../../release/installation';
import { nonEmpty, Path } from '../../data/maps';
import { toChartValues } from '../../chart/table';
import { CHART_VERSION, JUPYTERHUB_VERSION } from '../../version';
import { HUB_DEFAULTS } from '../../options/hub/defaults';
import { profileList } from '../spawner/profiles';
import { SecretValue } from '../../secrets/secret-value';
import { SplitData, splitSecrets } from './split-secrets';

/** Whether Python that is not known here may run in the hub: mounted, or in an image of its own. */
function mayRunUnknownCode({ props }: Installation): boolean {
  const { extraFiles, extraVolumes, existingSecret, extraPodSpec, image } = props.hub;
  const bringsFiles = [extraFiles, extraVolumes, existingSecret, extraPodSpec].some((option) =>
    nonEmpty<unknown>(option),
  );
  return bringsFiles || image.name !== HUB_DEFAULTS.image.name;
}

/** Whether Python that is not the library's may run in the hub. */
export function mayRunOwnCode(installation: Installation): boolean {
  return mayRunUnknownCode(installation) || nonEmpty(installation.props.hub.extraConfig) !== undefined;
}

/** The words by which Python asks for values. */
const ASKS = /get_config|set_config_if_not_none|z2jh/;

/** What everyone may read of a source; undefined where that is nothing. */
function readablePart(source: unknown): string | undefined {
  if (source instanceof SecretValue) return source._partly()?.shown;
  return typeof source === 'string' ? source : undefined;
}

/** Whether that Python may ask for values. Those that nobody asks for would only restart the hub when they change. */
function mayAsk(installation: Installation): boolean {
  const sources = Object.values(installation.props.hub.extraConfig ?? {}).map(readablePart);
  return mayRunUnknownCode(installation) || sources.some((source) => source === undefined || ASKS.test(source));
}

/** Whether a key of the chart holds what is in a file: files are written into Secrets, so nowhere else either. */
function isFileContent([component, option, , content]: Path): boolean {
  if (component !== 'hub' && component !== 'singleuser') return false;
  return option === 'extraFiles' && ['data', 'stringData', 'binaryData'].includes(String(content));
}

/** What `get_config` answers: the options in the chart's words. */
export const configValues = oncePerInstallation((installation): SplitData => {
  const { props, release, namespace } = installation;
  if (!mayAsk(installation)) return splitSecrets({});
  const values = {
    ...toChartValues({ ...props, spawner: { ...props.spawner, profiles: profileList(installation) } }),
    Chart: { Name: 'jupyterhub', Version: CHART_VERSION, AppVersion: JUPYTERHUB_VERSION },
    Release: { Name: release, Namespace: namespace, Service: 'Helm' },
  };
  return splitSecrets(values, isFileContent);
});

/** The Python that runs after the library's own, by the name of each piece. */
export const extraConfig = oncePerInstallation(({ props }): SplitData =>
  splitSecrets(props.hub.extraConfig ?? {}, undefined, ['hub', 'extraConfig']),
);
