import { Testing } from 'cdk8s';
import { JupyterHub } from '../../lib';
import { Data } from '../support/objects';

const WAVE = 'argocd.argoproj.io/sync-wave';
const HOOK = 'argocd.argoproj.io/hook';

/** All objects of an app with one release, priorities and a pull secret in it. */
function synthesize(argoCd: boolean): Data[] {
  const app = Testing.app();
  JupyterHub.fromHelmValues(app, 'jhub', {
    namespace: 'jhub',
    argoCd,
    values: {
      scheduling: { podPriority: { enabled: true } },
      imagePullSecret: { create: true, registry: 'example.org', username: 'u', password: 'p' },
    },
  });
  return app.charts.flatMap((chart) => chart.toJson() as Data[]);
}

function annotation(object: Data, name: string): string | undefined {
  return object.metadata.annotations?.[name];
}

function wave(object: Data): number {
  return Number(annotation(object, WAVE) ?? 0);
}

const isStage = ({ metadata }: Data) => metadata.labels['hub.jupyter.org/deletable'] === 'true';
const isBootstrap = ({ metadata }: Data) => metadata.labels.component === 'secret-bootstrap';
const named = (all: Data[], kind: string) => all.filter((object) => object.kind === kind);

test('what pods need to be admitted and to pull comes first', () => {
  const all = synthesize(true);
  const first = [...named(all, 'PriorityClass'), ...named(all, 'Secret')];
  expect(first.map(({ metadata }) => metadata.name).sort()).toEqual([
    'hub',
    'image-pull-secret',
    'jhub-default-priority',
    'jhub-image-puller-priority',
    'jhub-user-placeholder-priority',
  ]);
  expect(new Set(first.map(wave))).toEqual(new Set([-2]));
});

test('images are pulled and tokens generated next, and the rest comes last', () => {
  const all = synthesize(true).filter(({ kind }) => kind !== 'PriorityClass' && kind !== 'Secret');
  const early = all.filter((object) => isStage(object) || isBootstrap(object));
  expect(early.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['Job', 'DaemonSet', 'ConfigMap', 'Role']));
  expect(new Set(early.map(wave))).toEqual(new Set([-1]));
  const late = all.filter((object) => !early.includes(object));
  expect(late.filter((object) => annotation(object, WAVE) !== undefined)).toEqual([]);
});

test('the stage that pulls images is a hook that takes itself away, and nothing else is', () => {
  const all = synthesize(true);
  const hooks = all.filter((object) => annotation(object, HOOK) !== undefined);
  expect(hooks).toEqual(all.filter(isStage));
  for (const hook of hooks) {
    expect(annotation(hook, HOOK)).toBe('Sync');
    expect(annotation(hook, 'argocd.argoproj.io/hook-delete-policy')).toBe('BeforeHookCreation,HookSucceeded');
  }
});

test('annotations of an object of its own stay', () => {
  const classes = named(synthesize(true), 'PriorityClass');
  expect(classes.map((object) => annotation(object, 'meta.helm.sh/release-name'))).toEqual(['jhub', 'jhub', 'jhub']);
});

test('Argo CD is not mentioned unless asked for', () => {
  expect(JSON.stringify(synthesize(false))).not.toContain('argoproj');
});
