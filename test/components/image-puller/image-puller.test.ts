import { Manifest } from '../../../lib/kubernetes/manifest';
import { Data, object, objects, podSpec } from '../../support/objects';

const VALUES = `
prePuller: {extraImages: {more: {name: m, tag: "1"}}}
singleuser:
  image: {name: base, tag: "1"}
  initContainers: [{name: i, image: init:1}]
  profileList:
    - {display_name: A, kubespawner_override: {image: a:1}}
    - {display_name: B, profile_options: {o: {choices: {c: {kubespawner_override: {image: b:1}}}}}}`;

const pulled = (values: string) =>
  podSpec('DaemonSet', 'continuous-image-puller', values).initContainers.map(
    ({ name, image }: Data) => `${name} ${image}`,
  );

const stage = (values = '') => objects(values, 'jhub', 'image-puller');
const named = (manifests: Manifest[], kind: string) =>
  manifests.find((manifest) => manifest.kind === kind)?.metadata.name;

test('pulls every image that a user may need', () => {
  expect(pulled(VALUES)).toEqual([
    'image-pull-metadata-block quay.io/jupyterhub/k8s-network-tools:4.4.0',
    'image-pull-singleuser base:1',
    'image-pull-singleuser-init-and-extra-containers-0 init:1',
    'image-pull-singleuser-profilelist-0 a:1',
    'image-pull-profile-1-option-o-c b:1',
    'image-pull-more m:1',
  ]);
});

test('pulls nothing for a container without an image', () => {
  expect(pulled('singleuser: {cloudMetadata: {blockWithIptables: false}, extraContainers: [{name: a}]}')).toEqual([
    'image-pull-singleuser quay.io/jupyterhub/k8s-singleuser-sample:4.4.0',
  ]);
});

test('leaves the images of profiles out if asked', () => {
  expect(pulled(`${VALUES}\n`.replace('prePuller: {', 'prePuller: {pullProfileListImages: false, '))).not.toContain(
    'image-pull-singleuser-profilelist-0 a:1',
  );
});

test('pulls ahead in a stage of its own, that can be deleted', () => {
  expect(
    stage()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['DaemonSet', 'Job', 'Role', 'RoleBinding', 'ServiceAccount', 'ServiceAccount']);
});

test('three lists of images make one DaemonSet and one Job, which meets no change', () => {
  const lists = ['', VALUES, 'singleuser: {image: {name: other, tag: "2"}}'].map((values) => stage(values));
  const ofKind = (kind: string) => lists.map((made) => made.filter((object) => object.kind === kind));
  expect(ofKind('DaemonSet').map((made) => made.map(({ metadata }) => metadata.name))).toEqual(
    lists.map(() => ['hook-image-puller']),
  );
  const [first, ...others] = ofKind('Job');
  expect(first).toHaveLength(1);
  for (const other of others) expect(other).toEqual(first);
});

test.each([
  ['another image', 'prePuller: {hook: {image: {tag: "2"}}}'],
  ['other tolerations', 'prePuller: {hook: {tolerations: [{operator: Exists}]}}'],
  ['another wait', 'prePuller: {hook: {podSchedulingWaitDuration: 20}}'],
])('a Job with %s is another one, as a Job cannot be changed', (_, values) => {
  expect(named(stage(), 'Job')).toMatch(/^hook-image-awaiter-[0-9a-f]{8}$/);
  expect(named(stage(values), 'Job')).toMatch(/^hook-image-awaiter-[0-9a-f]{8}$/);
  expect(named(stage(values), 'Job')).not.toBe(named(stage(), 'Job'));
});

test("another tag of the users' image changes its own line of the stage, and no other", () => {
  const [before, after] = ['1', '2'].map((tag) =>
    JSON.stringify(stage(`singleuser: {image: {name: a, tag: "${tag}"}}`)),
  );
  expect(after).toBe(before?.replace('"a:1"', '"a:2"'));
});

test('the Job waits for the DaemonSet', () => {
  const job = stage().find(({ kind }) => kind === 'Job') as Data;
  expect(job.spec.template.spec.containers[0].command).toContain('-daemonset=hook-image-puller');
});

test('both pullers can be left out', () => {
  const kinds = objects('prePuller: {hook: {enabled: false}, continuous: {enabled: false}}').map(({ kind }) => kind);
  expect(kinds).not.toContain('DaemonSet');
});

test('the account keeps the puller’s name though its pods use another', () => {
  const values = 'prePuller: {continuous: {serviceAccount: {name: other}}}';
  expect(object('ServiceAccount', 'continuous-image-puller', values)).toBeDefined();
  expect(podSpec('DaemonSet', 'continuous-image-puller', values).serviceAccountName).toBe('other');
});

test('the stage that is applied first has the priority class that its pods ask for', () => {
  const all = stage('scheduling: {podPriority: {enabled: true}}');
  const puller = all.find(({ kind }) => kind === 'DaemonSet') as Data;
  const classes = all.filter(({ kind }) => kind === 'PriorityClass').map(({ metadata }) => metadata.name);
  expect(classes).toEqual([puller.spec.template.spec.priorityClassName]);
});
