import { SecretValue } from '../../lib/secrets/secret-value';
import { Traits } from '../../lib/release/traits';
import { UserOptions } from '../../lib/user-pods/choose';
import { UserObjectMaker } from '../../lib/user-pods/user-objects';
import { isMap, Tree } from '../../lib/data/maps';

const ALICE = { user: 'alice', name: '' };

function objects(kubeSpawner: Tree, options: UserOptions = {}, others: Traits = {}) {
  const maker = new UserObjectMaker({ namespace: 'jhub', traits: { ...others, KubeSpawner: kubeSpawner } });
  return maker.objects(ALICE, options);
}

function pod(kubeSpawner: Tree, options: UserOptions = {}, others: Traits = {}): Tree {
  const made = objects(kubeSpawner, options, others);
  if ('error' in made) throw new Error(made.error);
  return made.pod as unknown as Tree;
}

function container(made: Tree): Tree {
  const { containers } = made.spec as { containers: Tree[] };
  return containers[0];
}

const envOf = (made: Tree) => container(made).env as Tree[];
const variable = (made: Tree, name: string) => envOf(made).find((one) => one.name === name);

function problem(kubeSpawner: Tree, options: UserOptions = {}): string {
  const made = objects(kubeSpawner, options);
  return 'error' in made ? made.error : 'a pod';
}

describe('a pod', () => {
  it('takes traits of both sections, KubeSpawner having the last word', () => {
    const made = pod({ cmd: 'start' }, {}, { Spawner: { cmd: 'other', args: ['--x'] } });
    expect(container(made).args).toEqual(['start', '--x']);
  });

  it('takes a trait by its name of before', () => {
    expect(container(pod({ image_spec: 'img:1' })).image).toBe('img:1');
    expect(container(pod({ image_spec: 'img:1', image: 'img:2' })).image).toBe('img:2');
  });

  it('has amounts as JupyterHub reads them', () => {
    const made = container(
      pod({ mem_limit: '1.5G', cpu_guarantee: 0.5, extra_resource_limits: { 'nvidia.com/gpu': 1 } }),
    );
    expect(made.resources).toEqual({
      requests: { cpu: 0.5 },
      limits: { memory: 1610612736, 'nvidia.com/gpu': 1 },
    });
  });

  it('has variables after those they refer to', () => {
    const names = envOf(pod({ environment: { A: '$(B)', B: '$(C)', C: 'x', D: '$(D)' } })).map(({ name }) => name);
    expect(names).toEqual(['C', 'D', 'JUPYTER_IMAGE', 'JUPYTER_IMAGE_SPEC', 'B', 'A']);
  });

  it('has volumes of a map in the order of its keys, their fields filled in', () => {
    const volumes = { b: { name: 'second' }, a: { name: 'volume-{username}', emptyDir: {} } };
    expect(pod({ volumes })).toMatchObject({
      spec: { volumes: [{ name: 'volume-alice', emptyDir: {} }, { name: 'second' }] },
    });
  });

  it('is changed last by what is given for it as a whole', () => {
    const made = pod({
      extra_pod_config: { host_network: true, restartPolicy: 'Never' },
      extra_container_config: { volumeMounts: [] },
      volume_mounts: [{ name: 'a', mountPath: '/a' }],
    });
    expect(made.spec).toMatchObject({ hostNetwork: true, restartPolicy: 'Never' });
    expect(container(made).volumeMounts).toEqual([]);
  });
});

describe('an override', () => {
  const profiled = (kubespawner_override: Tree, others: Tree) =>
    pod({ ...others, profile_list: [{ display_name: 'P', kubespawner_override }] });

  it('is merged into a map, where null takes a key away', () => {
    const made = profiled({ environment: { A: null, B: '2' } }, { environment: { A: '1', C: '3' } });
    expect(variable(made, 'A')).toBeUndefined();
    expect(variable(made, 'B')).toEqual({ name: 'B', value: '2' });
    expect(variable(made, 'C')).toEqual({ name: 'C', value: '3' });
  });

  it('replaces a list', () => {
    expect(profiled({ tolerations: [] }, { tolerations: [{ key: 'a' }] }).spec).not.toHaveProperty('tolerations');
  });

  it('comes too late for what is named at construction', () => {
    expect(profiled({ pod_name_template: 'x' }, {}).metadata).toMatchObject({ name: 'jupyter-alice' });
    expect(profiled({ working_dir: '/{username}' }, {}).spec).toMatchObject({
      containers: [{ workingDir: '/{username}' }],
    });
  });
});

describe('a profile', () => {
  const size = {
    choices: {
      small: { kubespawner_override: { cpu_limit: 1 } },
      large: { kubespawner_override: { cpu_limit: 8 } },
    },
    unlisted_choice: {
      enabled: true,
      validation_regex: '\\d+',
      kubespawner_override: { environment: { SIZE: '{value} of {username}' } },
    },
  };
  const profile_list = [
    { display_name: 'One', kubespawner_override: { image: 'one' } },
    { display_name: 'Two', slug: 'two', default: true, profile_options: { size } },
  ];
  const limits = (options: UserOptions) =>
    isMap(container(pod({ profile_list }, options)).resources) &&
    (container(pod({ profile_list }, options)).resources as Tree).limits;

  it('is the default one, with the first choice, unless another is chosen', () => {
    expect(limits({})).toEqual({ cpu: 1 });
    expect(limits({ profile: 'two', size: 'large' })).toEqual({ cpu: 8 });
    expect(container(pod({ profile_list }, { profile: 'one' })).image).toBe('one');
  });

  it('takes a value beside the choices', () => {
    const made = pod({ profile_list }, { profile: 'two', 'size--unlisted-choice': '16' });
    expect(variable(made, 'SIZE')).toEqual({ name: 'SIZE', value: '16 of alice' });
  });

  it('is refused where KubeSpawner refuses it', () => {
    expect(problem({ profile_list }, { profile: 'three' })).toBe('no profile has the slug three; there are one, two');
    expect(problem({ profile_list }, { profile: 'two', size: 'huge' })).toBe('the option size has no choice huge');
    expect(problem({ profile_list }, { profile: 'two', 'size--unlisted-choice': 'x' })).toBe(
      '"x" does not match the validation_regex of the option size',
    );
  });
});

describe('no pod is made', () => {
  test.each([
    [
      { mem_limit: '4Gi' },
      'mem_limit: must be a number of bytes, or a string that ends in K, M, G or T or null, got "4Gi"',
    ],
    [
      { extra_labels: { a: '{nobody}' } },
      'extra_labels.a: {nobody} is no field that can be filled in; a brace that is meant as such is written twice',
    ],
    [{ init_containers: [{ image: 'x' }] }, 'init_containers[0].name: is missing'],
    [{ volumes: [{ name: 'x', emptydir: {} }] }, 'volumes[0].emptydir: is no field of a Volume'],
    [{ environment: { PORT: 80 } }, 'environment.PORT: must be a string, got 80'],
    [
      { profile_list: [{ display_name: 'P', kubespawner_override: { tolerations_: { a: 1 } } }] },
      'tolerations_: is no attribute of KubeSpawner, and a map can be merged into one only',
    ],
  ] as [Tree, string][])('of %j', (traits, message) => {
    expect(problem(traits)).toBe(message);
  });
});

test('secrets are not shown', () => {
  const made = pod({
    environment: { A: SecretValue.literal('hunter2'), DB_PASSWORD: 'hunter2', B: SecretValue.fromSecret('s', 'k') },
    init_containers: [{ name: 'i', env: [{ name: 'API_TOKEN', value: 'hunter2' }] }],
    extra_labels: { 'my-secret': 'no secret' },
    mem_limit: SecretValue.literal('1G'),
  });
  expect(JSON.stringify(made)).not.toContain('hunter2');
  expect(variable(made, 'A')).toEqual({ name: 'A', value: '(a secret)' });
  expect(variable(made, 'B')).toEqual({ name: 'B', value: '(a secret: k of s)' });
  expect(made.metadata).toMatchObject({ labels: { 'my-secret': 'no secret' } });
});

test('a claim is made where homes are', () => {
  const made = objects({ storage_pvc_ensure: true, storage_capacity: '10Gi', storage_class: 'fast' });
  expect(made).toMatchObject({
    pvc: {
      metadata: { name: 'claim-alice', annotations: { 'volume.beta.kubernetes.io/storage-class': 'fast' } },
      spec: { storageClassName: 'fast', resources: { requests: { storage: '10Gi' } } },
    },
  });
  expect(objects({})).not.toHaveProperty('pvc');
});
