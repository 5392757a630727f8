import { releaseObjects } from '../components/manifests';
import { Path } from '../data/maps';
import { Manifest } from '../kubernetes/manifest';
import { refusedFields } from '../kubernetes/refused';
import { BELOW_REQUEST, NO_VOLUME, TWO_MOUNTS } from '../kubernetes/refused-pod';
import { FieldProblem } from '../kubernetes/refused-fields';
import { formatPath } from '../values/read/problem';
import { at, show } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';
import { madeObjects, serversOf } from './servers';

/** The options of each component, by its label. */
const OPTIONS: Readonly<Record<string, Path>> = {
  hub: ['hub'],
  proxy: ['proxy', 'chp'],
  autohttps: ['proxy', 'traefik'],
  'proxy-public': ['proxy', 'exposure'],
  singleuser: ['spawner'],
  'user-scheduler': ['scheduling', 'userScheduler'],
  'user-placeholder': ['scheduling', 'userPlaceholder'],
  'image-puller': ['imagePuller'],
  'hook-image-puller': ['imagePuller', 'hook'],
  'hook-image-awaiter': ['imagePuller', 'hook'],
  'continuous-image-puller': ['imagePuller', 'continuous'],
};

/** Fields under another name than the option's. */
const RENAMED: Readonly<Record<string, string>> = {
  volumes: 'extraVolumes',
  volumeMounts: 'extraVolumeMounts',
  env: 'extraEnv',
  containers: 'extraContainers',
};

/** The option of a component that a field is made of: the one with the longest end of its path that holds the value. */
function optionIn({ props }: Model, component: Path, { path, value }: FieldProblem): Path | undefined {
  for (let start = 0; start < path.length; start += 1) {
    const [first, ...rest] = path.slice(start);
    for (const name of [first, RENAMED[first] ?? first]) {
      const option = [...component, name, ...rest];
      if (at(props, option) !== undefined && at(props, option) === value) return option;
    }
  }
  return undefined;
}

/** Components whose pods are to be where users' servers are. */
const LIKE_SERVERS = /^(user-placeholder|(hook|continuous)-image-puller)$/;

function optionOf(model: Model, { metadata, kind }: Manifest, problem: FieldProblem): Path {
  const name = metadata.labels?.['app.kubernetes.io/component'] ?? '';
  const component = kind === 'Ingress' ? ['proxy', 'exposure', 'ingress'] : OPTIONS[name];
  if (component === undefined) return ['fullnameOverride'];
  const shared = LIKE_SERVERS.test(name) ? optionIn(model, ['spawner'], problem) : undefined;
  return optionIn(model, component, problem) ?? shared ?? component;
}

/** Whether rules of their own tell of it. */
function isToldElsewhere({ kind, metadata }: Manifest, { what }: FieldProblem): boolean {
  const component = metadata.labels?.['app.kubernetes.io/component'];
  if (kind === 'PodDisruptionBudget') return true;
  if (kind === 'Deployment' && component === 'hub') return what === TWO_MOUNTS;
  if (kind === 'StatefulSet') return what.startsWith(BELOW_REQUEST);
  return kind === 'Pod' && (what === TWO_MOUNTS || what === NO_VOLUME || what.startsWith(BELOW_REQUEST));
}

/** Fields of the objects of a release, its servers' first, each with the option that it is made of. */
function refusedOptions(model: Model): { path: Path; what: string; effect?: string }[] {
  const inWords = ({ kind, metadata }: Manifest, { path, what, value }: FieldProblem, name = ` ${metadata.name}`) =>
    `${formatPath(path)} of the ${kind}${name} ${what}, but is ${show(value)}`;
  const all = new Set<string>();
  const ofServers = serversOf(model).flatMap((server) => {
    const { pod, pvc } = madeObjects(model, server) ?? {};
    return [pod, pvc].flatMap((manifest) =>
      (manifest ? refusedFields(manifest) : []).flatMap((problem) => {
        if (!manifest || isToldElsewhere(manifest, problem)) return [];
        const what = inWords(manifest, problem, '');
        if (server.of && all.has(what)) return [];
        if (!server.of) all.add(what);
        const path = (server.of ? undefined : optionIn(model, ['spawner'], problem)) ?? server.path;
        return [{ path, what, effect: server.of ? 'no such server starts' : 'no server starts' }];
      }),
    );
  });
  const ofObjects = releaseObjects(model.installation).flatMap(({ manifest }) =>
    refusedFields(manifest)
      .filter((problem) => !isToldElsewhere(manifest, problem))
      .map((problem) => ({ path: optionOf(model, manifest, problem), what: inWords(manifest, problem) })),
  );
  return [...ofServers, ...ofObjects];
}

function checkFields(model: Model, report: Report): void {
  const seen = new Set<string>();
  for (const { path, what, effect } of refusedOptions(model)) {
    const key = JSON.stringify(path);
    // One option may be in many objects.
    if (path.length > 2 && seen.has(key)) continue;
    seen.add(key);
    report(path, what, effect === undefined ? undefined : { effect });
  }
}

/** Whatever else an API server refuses of the objects in the end. */
export const REFUSED_RULES: readonly Rule[] = [
  {
    id: 'kubernetes/refused-field',
    severity: 'warning',
    title: "A field of an object, or of a user's pod or claim, that Kubernetes does not take",
    effect: 'Kubernetes refuses the object, or the pods that are made of it',
    mend: '',
    isLast: true,
    check: checkFields,
  },
];
