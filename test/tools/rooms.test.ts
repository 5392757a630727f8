import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLOORS, picture } from '../../tools/rooms';
import { arrows, circles, roomOf, upward, ways } from '../support/imports';

const root = join(__dirname, '../..');
const rooms = FLOORS.map((floor) => floor.map(({ name }) => name));

function sources(): Map<string, string> {
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Map(files.map((file) => [`lib/${file}`, readFileSync(join(root, 'lib', file), 'utf8')]));
}

/** What the command line may not load: what it would wait for, and what stands beside it. */
function forbiddenToCli(target: string): boolean {
  return /^(cdk8s|cdk8s-plus-\d+|constructs)($|\/)/.test(target) || target.startsWith('lib/constructs/');
}

const all = arrows(sources());

test('lib/ holds the rooms of the list and nothing else', () => {
  expect(readdirSync(join(root, 'lib')).sort()).toEqual(rooms.flat().sort());
});

test('imports go down only', () => {
  expect(all.length).toBeGreaterThan(300);
  expect(upward(all, rooms)).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(circles(all)).toEqual([]);
});

test('the command line loads neither cdk8s nor constructs', () => {
  expect(ways(arrows(sources(), { loaded: true }), 'lib/cli/main.ts', forbiddenToCli)).toEqual([]);
});

test('docs/explanation.md shows the rooms', () => {
  expect(readFileSync(join(root, 'docs/explanation.md'), 'utf8')).toContain(`\n${picture()}\n`);
});

describe('in a small made-up tree', () => {
  const floors = [['index.ts'], ['constructs', 'cli'], ['options'], ['data']];
  const tree = {
    'lib/index.ts': "export * from './constructs/hub';",
    'lib/constructs/hub.ts':
      "import { Chart } from 'cdk8s';\nimport { HubProps } from '../options/props';\nexport class Hub extends Chart { constructor(readonly props: HubProps) { super(undefined as never, ''); } }",
    'lib/cli/main.ts': "import { read } from '../options/props';\nread();",
    'lib/options/props.ts':
      "import type { Duration } from 'cdk8s';\nimport { Size } from 'cdk8s';\nimport { get } from '../data/maps';\nexport interface HubProps { every: Duration; size: Size }\nexport const read = () => get();",
    'lib/data/maps.ts': 'export const get = () => 1;',
  };
  const withFile = (changes: Record<string, string> = {}) => new Map(Object.entries({ ...tree, ...changes }));
  const cliLoads = (files: Map<string, string>) =>
    ways(arrows(files, { loaded: true }), 'lib/cli/main.ts', forbiddenToCli);

  test('imports that go down are fine, and so are types of cdk8s in what the command line loads', () => {
    expect(upward(arrows(withFile()), floors)).toEqual([]);
    expect(circles(arrows(withFile()))).toEqual([]);
    expect(cliLoads(withFile())).toEqual([]);
  });

  test('an import that is turned around is found, one of a type too', () => {
    const files = withFile({
      'lib/data/maps.ts':
        "import type { HubProps } from '../options/props';\nexport const get = (): HubProps => 1 as never;",
    });
    expect(upward(arrows(files), floors)).toEqual(['lib/data/maps.ts imports lib/options/props.ts']);
    expect(circles(arrows(files))).toEqual(['lib/options/props.ts > lib/data/maps.ts > lib/options/props.ts']);
  });

  test('rooms of one floor do not import each other', () => {
    const files = withFile({ 'lib/constructs/hub.ts': "export * from '../cli/main';" });
    expect(upward(arrows(files), floors)).toEqual(['lib/constructs/hub.ts imports lib/cli/main.ts']);
  });

  test('a circle within a room is found', () => {
    const files = withFile({
      'lib/data/maps.ts': "import { one } from './one';\nexport const get = () => one();",
      'lib/data/one.ts': "import { two } from './two';\nexport const one = () => two();",
      'lib/data/two.ts': "import { get } from './maps';\nexport const two = () => get();",
    });
    expect(upward(arrows(files), floors)).toEqual([]);
    expect(circles(arrows(files))).toEqual(['lib/data/maps.ts > lib/data/one.ts > lib/data/two.ts > lib/data/maps.ts']);
  });

  test.each([
    ["import { Size } from 'cdk8s';\nexport const get = () => Size.gibibytes(1);", 'cdk8s'],
    ["import * as kplus from 'cdk8s-plus-28';\nexport const get = () => kplus.Probe;", 'cdk8s-plus-28'],
    ["import 'constructs';\nexport const get = () => 1;", 'constructs'],
    ["export const get = () => import('constructs/lib/dependency');", 'constructs/lib/dependency'],
    ["import { Hub } from '../constructs/hub';\nexport const get = () => Hub;", 'lib/constructs/hub.ts'],
  ])('the command line that loads what it may not is found: %j', (text, target) => {
    expect(cliLoads(withFile({ 'lib/data/maps.ts': text }))).toEqual([
      `lib/cli/main.ts > lib/options/props.ts > lib/data/maps.ts > ${target}`,
    ]);
  });

  test('a file beside the rooms belongs to none', () => {
    expect(roomOf('lib/helpers.ts')).toBe('helpers.ts');
    expect(
      upward(arrows(withFile({ 'lib/helpers.ts': '', 'lib/data/maps.ts': "import '../helpers';" })), floors),
    ).toEqual(['lib/data/maps.ts imports lib/helpers.ts']);
  });
});
