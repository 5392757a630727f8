import { blocksOf, sourcesOf } from '../slow/docs/markdown';
import { missingPart } from '../slow/docs/part';
import { programOf } from '../slow/docs/program';

const fenced = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const START = "import { App } from 'cdk8s';\n\nconst app = new App();";

function page(...parts: string[]) {
  return blocksOf('page.md', parts.join('\n'));
}

function programs(...parts: string[]): string[] {
  const blocks = page(...parts);
  return blocks.filter(({ purpose }) => purpose !== 'start').map((block) => programOf(block, blocks));
}

test('a program with imports runs as it stands', () => {
  const whole = "import { App } from 'cdk8s';\nnew App();";
  expect(programs(fenced('ts start', START), fenced('ts', whole))).toEqual([`${whole}\n`]);
});

test('a program without imports begins as the page says, and is synthesized', () => {
  expect(programs(fenced('ts start', START), fenced('ts', 'one(app);'))).toEqual([
    `${START}\n\none(app);\napp.synth();\n`,
  ]);
});

test('a program that is continued goes on from the one before it', () => {
  expect(programs(fenced('ts start', START), fenced('ts', 'one(app);'), fenced('ts continued', 'two(app);'))).toEqual([
    `${START}\n\none(app);\napp.synth();\n`,
    `${START}\n\none(app);\ntwo(app);\napp.synth();\n`,
  ]);
});

test('a whole program that is continued is synthesized once, at its end', () => {
  const whole = "import { App } from 'cdk8s';\nconst app = new App();\napp.synth();";
  expect(programs(fenced('ts', whole), fenced('ts continued', 'two(app);'))[1]).toBe(
    "import { App } from 'cdk8s';\nconst app = new App();\ntwo(app);\napp.synth();\n",
  );
});

test('refuses a program that has no beginning', () => {
  expect(() => programs(fenced('ts', 'one(app);'))).toThrow('the page has no block `ts start`');
  expect(() => programs(fenced('ts continued', 'one(app);'))).toThrow('no program before this one');
});

test('refuses a block that does not end', () => {
  expect(() => page('```ts\none(app);')).toThrow('page.md:1: the code block does not end');
});

test('results speak of the programs and values before them in their section, up to other results', () => {
  const blocks = page(
    fenced('ts', 'zero'),
    '# Section',
    fenced('ts', 'one'),
    fenced('yaml', 'a: 1'),
    fenced('yaml values', 'two: 2'),
    fenced('ts', 'three'),
    fenced('yaml', 'b: 1'),
  );
  const results = blocks.filter(({ language, purpose }) => language === 'yaml' && purpose === '');
  const texts = results.map((result) => sourcesOf(result, blocks).map(({ text }) => text.trim()));
  expect(texts).toEqual([['one'], ['three', 'two: 2']]);
});

describe('parts of manifests', () => {
  const stream = `
apiVersion: v1
kind: ConfigMap
metadata: {name: hub}
data:
  jupyterhub_config.py: x
  config.yaml: |
    KubeSpawner: {mem_limit: 2G, volumes: [a, b]}
---
kind: Service
metadata: {name: hub}
spec: {ports: [{port: 80}, {port: 81}]}
`;

  test.each([
    ['KubeSpawner: {mem_limit: 2G, volumes: [b]}', undefined],
    ['kind: Service\nmetadata: {name: hub}\nspec: {ports: [{port: 81}]}', undefined],
    ['KubeSpawner: {mem_limit: 3G}', 'configuration.KubeSpawner.mem_limit: "2G"'],
    ['KubeSpawner: {volumes: [c]}', 'configuration.KubeSpawner.volumes[0]'],
    ['kind: Service\nmetadata: {name: proxy}', 'there is no Service proxy'],
    ['kind: Service\nmetadata: {name: hub}\nspec: {ports: [{port: 82}]}', 'Service hub.spec.ports[0]'],
  ])('%s', (part, missing) => {
    expect(missingPart(part, stream)).toBe(missing);
  });
});
