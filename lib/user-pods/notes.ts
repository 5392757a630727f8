import { traitClasses } from '../jupyterhub/classes';
import { Installation } from '../release/installation';
import { HUB_DEFAULTS } from '../options/hub/defaults';
import { nonEmpty } from '../data/maps';
import { extraConfig, hubOf, spawnerClass } from './hub';
import { assignmentsIn } from './python/assignments';

/** Python that has to do with servers of users, whatever the hook or the trait. */
const ABOUT_SPAWNERS = /spawn|profile_list|pod/i;

function mayMatter(source: string): boolean {
  return ABOUT_SPAWNERS.test(source) && !assignmentsIn(source).isAll;
}

/** What Python decides, and is not looked at: pieces of the configuration by their keys. */
function unknownCode(installation: Installation): string[] {
  const { extraFiles, existingSecret, image } = installation.props.hub;
  const files = Object.entries((extraFiles ?? {}) as Record<string, { mountPath?: unknown }>);
  return [
    ...extraConfig(installation)
      .filter(([, source]) => mayMatter(source))
      .map(([name]) => `hub.extraConfig.${name}`),
    ...files
      .filter(([, file]) => String(file.mountPath).includes('jupyterhub_config.d'))
      .map(([name]) => `hub.extraFiles.${name}`),
    ...(nonEmpty(existingSecret) === undefined ? [] : [`the Secret ${existingSecret}`]),
    ...(image.name === HUB_DEFAULTS.image.name ? [] : [`the hub's image ${image.name}`]),
  ];
}

/** What the pods that are shown do not take into account; undefined where that is nothing. */
export function noteOn(installation: Installation): string | undefined {
  const spawner = spawnerClass(hubOf(installation));
  const isKnown = spawner === 'KubeSpawner';
  const unknown = unknownCode(installation);
  if (isKnown && !unknown.length) return undefined;
  const reasons = [
    ...(isKnown ? [] : [traitClasses().has(spawner) ? `${spawner}, which makes no pods,` : `the class ${spawner}`]),
    ...unknown,
  ];
  return `these are the pods of KubeSpawner by the configuration alone; what ${reasons.join(', ')} may change is not known here`;
}
