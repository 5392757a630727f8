import { entriesOf, isMap, Path } from '../data/maps';
import { traitsOf } from '../jupyterhub/classes';
import { SpawnError } from '../user-pods/spawn-error';
import { Spawner } from '../user-pods/spawner';
import { Model } from './model';
import { overridingOf } from './profiles';
import { Report, Rule } from './rule';

/** Strings below a value, each with its path. */
function stringsIn(value: unknown, path: Path): (readonly [path: Path, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (!Array.isArray(value) && !isMap(value)) return [];
  return entriesOf(value, path).flatMap(([here, item]) => stringsIn(item, here));
}

/** Any server: which names a template may have does not depend on whose it is. */
const ANY = { user: 'user', name: 'server' };

/** A spawner to try templates with; undefined where its own configuration is refused, which other rules tell. */
function trySpawner(model: Model): Spawner | undefined {
  try {
    return model.maker.spawner(ANY);
  } catch (error) {
    if (error instanceof SpawnError) return undefined;
    throw error;
  }
}

/** What is wrong with a template; undefined where it can be filled in. */
function problemOf(spawner: Spawner, template: string): string | undefined {
  try {
    spawner.expand(template);
    return undefined;
  } catch (error) {
    // How to mend it, the rule says.
    if (error instanceof SpawnError) return error.problem.split(';')[0];
    throw error;
  }
}

const isTemplate = (trait: string) => traitsOf('KubeSpawner').get(trait)?.template === 'always';

function checkTemplates(model: Model, report: Report): void {
  const all = [...model.serverTraits].map(([trait, { path, value }]) => [trait, path, value] as const);
  const overrides = overridingOf(model).flatMap(({ path, own }) =>
    entriesOf(own.kubespawner_override, [...path, 'kubespawner_override']).map(
      ([here, value, trait]) => [trait, here, value] as const,
    ),
  );
  const templates = [...all, ...overrides].flatMap(([trait, path, value]) =>
    isTemplate(trait)
      ? stringsIn(value, path).map(([here, text]) => ({
          trait,
          here,
          text,
          ofAll: path[0] !== 'spawner' || path[1] !== 'profiles',
        }))
      : [],
  );
  const suspicious = templates.filter(({ text }) => /[{}]/.test(text));
  const spawner = suspicious.length ? trySpawner(model) : undefined;
  if (!spawner) return;
  for (const { here, text, ofAll } of suspicious) {
    // In a choice of the user's own, {value} is what the user writes.
    const template = text.split('{value}').join('');
    const problem = problemOf(spawner, template);
    if (problem !== undefined) report(here, problem, ofAll ? undefined : { effect: 'no such server starts' });
  }
}

export const TEMPLATE_RULES: readonly Rule[] = [
  {
    id: 'user-pod/braces',
    severity: 'warning',
    title: 'A brace that KubeSpawner takes for a field to be filled in',
    effect: 'no server starts',
    mend: 'write {{ for { and }} for }',
    check: checkTemplates,
  },
];
