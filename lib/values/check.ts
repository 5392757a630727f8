import { contradictions } from './check-contradictions';
import { checkNeeds } from './check-needs';
import { SchemaChecker } from './check-schema';
import { applyOver, isValueMap, ValueMap } from './merge';
import { Problem } from './problem';
import { Values } from './reader';
import { CHART_SCHEMA, IMAGE_PULL_SECRET } from './schema';

/** Everything that the chart would refuse in the values, and what it would silently ignore. */
export function checkValues(values: Values, defaults: ValueMap): Problem[] {
  const effective = applyOver(defaults, values.map);
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
  return [...checker.problems, ...found.problems.filter(({ path }) => !wrong.has(path))];
}

export { warnings } from './check-warnings';
