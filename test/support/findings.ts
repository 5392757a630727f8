import { Chart, Testing } from 'cdk8s';
import { parse } from 'yaml';
import { propsFromHelmValues } from '../../lib/rules/values';

function inline(values: string): unknown {
  return parse(values, { version: '1.1' }) ?? {};
}

const TARGET = { release: 'jhub', namespace: 'jhub' };

/** The problems of values, a line each; none where they can be used. Values are YAML, as users write them. */
export function problems(values: string, target = TARGET): string[] {
  try {
    propsFromHelmValues({ ...target, values: inline(values) }, () => undefined);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

/** The warnings that values give. */
export function warnings(values: string): string[] {
  const lines: string[] = [];
  propsFromHelmValues({ ...TARGET, values: inline(values) }, (line) => lines.push(line));
  return lines;
}

/** What there is to say of values: errors, or warnings where they can be used. */
export function findings(values: string): string[] {
  const errors = problems(values);
  return errors.length ? errors : warnings(values);
}

/** The problems that the synth of a program's chart tells, a line each, without the place in the program. */
export function problemsOf(program: () => Chart): string[] {
  const chart = program();
  try {
    Testing.synth(chart);
    return [];
  } catch (error) {
    const [title, ...lines] = (error as Error).message.split('\n');
    if (!title.startsWith('Validation failed')) throw error;
    return lines.map((line) => line.replace(/^ *\[\S+\] (\S+:\d+:\d+: )?/, ''));
  }
}
