import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STRUCTS, Type } from '../../../lib/options/wire/option-types';

const root = join(__dirname, '..', '..', '..');

test('the table of types is what the interfaces say', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/option-types.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

/** Members that take anything: what the library passes on as it is, each documented as an escape hatch. */
const ESCAPE_HATCHES = new Set([
  'args', // of kube-scheduler's plugins; elsewhere texts
  'config',
  'custom',
  'data',
  'extra',
  'extraContainerConfig',
  'extraDynamicConfig',
  'extraPodConfig',
  'extraPodSpec',
  'extraStaticConfig',
  'kubespawnerOverride',
  'overrides',
  'templateVars',
  'traits',
  'values',
]);

/** Members of the public API whose types hold `any`. What cdk8s itself declares is not ours. */
function untyped(): string[] {
  const api = readFileSync(join(root, 'API.md'), 'utf8');
  const declarations = [...api.matchAll(/^public (?:static )?(?:readonly )?(\w+).*$/gm)];
  const ours = declarations.filter(([, name]) => !['toJson', 'onValidate'].includes(name));
  return ours.filter(([line]) => /\bany\b/.test(line.replace(/allOf|anyOf/g, ''))).map(([, name]) => name);
}

test('nothing but the escape hatches takes anything', () => {
  expect(untyped().filter((name) => !ESCAPE_HATCHES.has(name))).toEqual([]);
});

function takesAnything(type: Type): boolean {
  if (typeof type === 'string') return type === 'any';
  if ('anyOf' in type) return type.anyOf.some(takesAnything);
  if ('list' in type) return takesAnything(type.list);
  return 'map' in type && takesAnything(type.map);
}

test('every escape hatch says that it is one, in the same words', () => {
  const names = Object.entries(STRUCTS).flatMap(([struct, members]) =>
    struct.startsWith('k8s.')
      ? []
      : Object.entries(members).flatMap(([name, { type }]) => (takesAnything(type) ? [`${struct}.${name}`] : [])),
  );
  const api = readFileSync(join(root, 'API.md'), 'utf8');
  const undocumented = names.filter((name) => {
    const [struct, member] = name.split('.');
    const section = new RegExp(
      `^##### \`${member}\`.*?jupyterhub\\.${struct}\\.property\\.${member}"[^]*?---$`,
      'm',
    ).exec(api);
    return !section?.[0].includes('Escape hatch: passed on as it is, unchecked.');
  });
  expect(undocumented).toEqual([]);
});
