import { hubTraits } from '../components/hub/configuration';
import { spawnerTraits } from '../components/spawner/configuration';
import { entriesOf, isMap, nonEmpty, Path } from '../data/maps';
import { at, show } from './lookup';
import { Model } from './model';
import { overridingOf } from './profiles';
import { Details, Report, Rule } from './rule';

/** Traits of lists and maps that options fill, and that `hub.config` replaces as a whole: what is lost, and where it would add. */
const REPLACED: readonly (readonly [section: string, trait: string, lost: string, option: string])[] = [
  ['KubeSpawner', 'volumes', "the volumes of the storage, users' homes among them", 'spawner.storage.extraVolumes'],
  [
    'KubeSpawner',
    'volume_mounts',
    "the mounts of the storage, users' homes among them",
    'spawner.storage.extraVolumeMounts',
  ],
  ['KubeSpawner', 'environment', 'the variables of the options', 'spawner.extraEnv'],
  ['KubeSpawner', 'extra_labels', 'the labels that the network policies of the hub go by', 'spawner.extraLabels'],
  ['KubeSpawner', 'common_labels', 'the labels that the network policies of the hub go by', 'spawner.extraLabels'],
  ['KubeSpawner', 'init_containers', 'the container that blocks the metadata server', 'spawner.initContainers'],
  ['KubeSpawner', 'tolerations', "the tolerations for users' nodes", 'spawner.extraTolerations'],
  ['JupyterHub', 'load_roles', "the roles of the options, the idle culler's among them", 'hub.loadRoles'],
  ['JupyterHub', 'services', 'the services of the options, the idle culler among them', 'hub.services'],
];

/** The entries of a list or a map that the other does not have. */
function missing(made: unknown, given: unknown): number {
  const entries = (value: unknown) => new Set(entriesOf(value, []).map(([, item]) => JSON.stringify(item)));
  const kept = entries(given);
  return [...entries(made)].filter((entry) => !kept.has(entry)).length;
}

function checkReplaced(model: Model, report: Report): void {
  const made = { KubeSpawner: spawnerTraits(model.installation).KubeSpawner, ...hubTraits(model.installation) };
  for (const [section, trait, lost, option] of REPLACED) {
    const path: Path = ['hub', 'config', section, trait];
    const given = section === 'JupyterHub' && trait === 'services' ? undefined : at(model.props, path);
    const details: Details = { mend: (nameOf) => `say it by ${nameOf(option)}, which adds` };
    if (given !== undefined && missing(at(made, [section, trait]), given)) report(path, `replaces ${lost}`, details);
    for (const assigned of model.pythonTraits) {
      if (assigned.section !== section || assigned.name !== trait) continue;
      if (missing(at(model.traits, [section, trait]), assigned.value))
        report(assigned.path, `c.${section}.${trait} replaces ${lost}`, details);
    }
  }
}

/** Fields of a pod and a container that KubeSpawner has filled before it lays these over them. */
const POD_LISTS = [
  'volumes',
  'initContainers',
  'init_containers',
  'containers',
  'tolerations',
  'imagePullSecrets',
  'image_pull_secrets',
];
const CONTAINER_LISTS = ['volumeMounts', 'volume_mounts', 'env', 'resources', 'envFrom', 'env_from'];

function checkLaidOver(value: unknown, path: Path, lists: readonly string[], what: string, report: Report): void {
  if (!isMap(value)) return;
  for (const key of Object.keys(value).filter((name) => lists.includes(name))) {
    report([...path, key], `replaces ${key} of the finished ${what}`);
  }
}

function checkFinished(model: Model, report: Report): void {
  const of = (trait: string) => model.trait('KubeSpawner', trait);
  const [pod, container] = [of('extra_pod_config'), of('extra_container_config')];
  checkLaidOver(pod.value, pod.path, POD_LISTS, 'pod', report);
  checkLaidOver(container.value, container.path, CONTAINER_LISTS, 'container', report);
  for (const { path, own } of overridingOf(model)) {
    const here = [...path, 'kubespawner_override'];
    checkLaidOver(
      at(own, ['kubespawner_override', 'extra_pod_config']),
      [...here, 'extra_pod_config'],
      POD_LISTS,
      'pod',
      report,
    );
    checkLaidOver(
      at(own, ['kubespawner_override', 'extra_container_config']),
      [...here, 'extra_container_config'],
      CONTAINER_LISTS,
      'container',
      report,
    );
  }
}

/** One fact that is said in two places. */
export const REPLACED_RULES: readonly Rule[] = [
  {
    id: 'traits/replaces-options',
    severity: 'warning',
    title: 'A trait that replaces what the options make',
    effect: '',
    mend: '',
    check: checkReplaced,
  },
  {
    id: 'user-pod/replaces-finished',
    severity: 'warning',
    title: 'Extra configuration that replaces lists of the finished pod',
    effect: 'what KubeSpawner and other options put there is lost, the home among it',
    mend: 'use the option or trait of its own, which adds',
    check: checkFinished,
  },
  {
    id: 'traits/base-url',
    severity: 'error',
    title: 'base_url as a trait',
    effect: 'probes, culler and Ingress follow the option: the hub is killed by its liveness probe',
    mend: (option) => `set ${option('hub.baseUrl')}`,
    check: ({ props }, report) => {
      const path = ['hub', 'config', 'JupyterHub', 'base_url'];
      const given = at(props, path);
      const bare = (url: unknown) => String(url).replace(/^\/|\/$/g, '');
      if (given !== undefined && bare(given) !== bare(props.hub.baseUrl)) {
        report(path, (option) => `${show(given)} is not ${show(props.hub.baseUrl)} of ${option('hub.baseUrl')}`);
      }
    },
  },
  {
    id: 'traits/other-namespace',
    severity: 'warning',
    title: "Users' servers in another namespace",
    effect:
      "Role, network policies and Secrets for users' servers are in the hub's namespace only: no server starts without them",
    mend: 'make them there, or leave it out',
    check: (model, report) => {
      const { namespace } = model.installation;
      const given = at(model.props, ['hub', 'config', 'KubeSpawner', 'namespace']);
      if (nonEmpty(given) && given !== namespace) {
        report(
          ['hub', 'config', 'KubeSpawner', 'namespace'],
          `${show(given)} is not the hub's namespace, ${namespace}`,
        );
      }
      const path = ['hub', 'config', 'KubeSpawner', 'enable_user_namespaces'];
      if (at(model.props, path) === true)
        report(path, 'gives each user a namespace', { mend: 'make them in each namespace' });
    },
  },
];
