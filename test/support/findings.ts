import { parse } from 'yaml';
import { propsFromHelmValues } from '../../lib/values/helm-values';

function inline(values: string): unknown {
  return parse(values, { version: '1.1' }) ?? {};
}

/** The problems of values, a line each; none where they can be used. Values are YAML, as users write them. */
export function problems(values: string): string[] {
  try {
    propsFromHelmValues({ release: 'jhub', namespace: 'jhub', values: inline(values) }, () => undefined);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

/** The warnings that values give. */
export function warnings(values: string): string[] {
  const said: string[] = [];
  propsFromHelmValues({ release: 'jhub', namespace: 'jhub', values: inline(values) }, (line) => said.push(line));
  return said;
}
