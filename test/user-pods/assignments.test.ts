import { assignmentsIn } from '../../lib/user-pods/python/assignments';

test('traits that are set to values which are written out are known', () => {
  const source = `
import os
c.KubeSpawner.extra_labels = {'team': "a" 'b', # a comment
                              'tier': r'''c\\d''',}
c.KubeSpawner.uid = 1_000; c.x = 1
c.Spawner.cmd = ["start", "--flag"]  # why
c.KubeSpawner.cpu_limit = 1.5
c.KubeSpawner.privileged = False
`;
  expect(assignmentsIn(source).traits).toEqual({
    KubeSpawner: {
      extra_labels: { team: 'ab', tier: 'c\\d' },
      cpu_limit: 1.5,
      privileged: false,
    },
    Spawner: { cmd: ['start', '--flag'] },
  });
});

test.each([
  ['c.KubeSpawner.uid = get_config("x")'],
  ['c.KubeSpawner.uid = 1 + 2'],
  ['if x:\n    c.KubeSpawner.uid = 1'],
  ['c.KubeSpawner.image = f"{x}"'],
  ['c.KubeSpawner.environment = {"A": os.environ["A"]}'],
  ['c.KubeSpawner.cmd = [1 2]'],
  ["c.KubeSpawner.image = 'open"],
])('%j is left to Python', (source) => {
  expect(assignmentsIn(source)).toEqual({ traits: {}, isAll: false });
});

test('whether more is done than that is known', () => {
  expect(assignmentsIn('# nothing\nimport os\nc.KubeSpawner.uid = 1\n').isAll).toBe(true);
  expect(assignmentsIn('c.KubeSpawner.uid = 1\nprint()').isAll).toBe(false);
});
