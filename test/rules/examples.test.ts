import { parse } from 'yaml';
import { checkHelmValues } from '../../lib/rules/values';
import { RULE_EXAMPLES } from '../../tools/rule-examples';

function idsOf(values: string): string[] {
  const { findings } = checkHelmValues({
    release: 'jhub',
    namespace: 'jhub',
    values: parse(values, { version: '1.1' }),
  });
  return findings.map(({ id }) => id);
}

describe.each(Object.entries(RULE_EXAMPLES))('%s', (id, { wrong, right }) => {
  it('tells of its example', () => {
    expect(idsOf(wrong)).toContain(id);
  });

  it('is silent about the same as it should be', () => {
    expect(idsOf(right)).not.toContain(id);
  });
});
