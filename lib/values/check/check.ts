import { CHART_DEFAULTS } from '../../chart/chart-defaults';
import { contradictions } from './contradictions';
import { checkNeeds } from './needs';
import { SchemaChecker } from './schema';
import { reportUnits } from './units';
import { applyOver, isValueMap } from '../../chart/value';
import { Problem } from '../read/problem';
import { Values } from '../read/reader';
import { CHART_SCHEMA, IMAGE_PULL_SECRET } from '../../chart/schema/schema';

/** What is to be said about values. */
interface Findings {
  /** What the chart would refuse, and what it would silently ignore. */
  readonly problems: readonly Problem[];
  /** What it takes, and hardly anyone means. */
  readonly warnings: readonly Problem[];
}

export function checkValues(values: Values): Findings {
  const effective = applyOver(CHART_DEFAULTS, values.map);
  const checker = new SchemaChecker(values);
  checker.check(effective, CHART_SCHEMA, []);
  const { imagePullSecret } = effective;
  if (isValueMap(imagePullSecret) && imagePullSecret.create === true) {
    checker.check(imagePullSecret, IMAGE_PULL_SECRET, ['imagePullSecret']);
  }
  checkNeeds(effective, (path, schema) => checker.reportMissing(path, schema));
  // Of a value that is not what it should be, nothing more can be told.
  const wrong = new Set(checker.problems.map(({ path }) => path));
  const found = new SchemaChecker(values);
  contradictions(effective, (path, message) => found.report(path, message));
  const units = new SchemaChecker(values);
  reportUnits(values.map, (path, message) => units.report(path, message));
  return {
    problems: [...checker.problems, ...found.problems.filter(({ path }) => !wrong.has(path))],
    warnings: [...values.warnings, ...checker.warnings, ...units.problems],
  };
}
