import { APP_RULES } from '../lib/rules/app';
import { RULES } from '../lib/rules/list';
import { anchorOf } from '../lib/rules/page';
import { Rule } from '../lib/rules/rule';
import { chartName, checkHelmValues } from '../lib/rules/values';
import { formatProblem } from '../lib/values/read/problem';
import { parse } from 'yaml';
import { RULE_EXAMPLES } from './rule-examples';

type Described = Pick<Rule, 'id' | 'severity' | 'title' | 'effect' | 'mend'>;

const DESCRIBED: readonly Described[] = [...RULES, ...APP_RULES].sort((one, other) => (one.id < other.id ? -1 : 1));

/** Names an option in the words of values, and of programs where these are others. */
function nameOf(option: string): string {
  const key = chartName(option.split('.'));
  return key === option ? `\`${key}\`` : `\`${key}\` (in programs \`${option}\`)`;
}

function sentence(words: Rule['effect']): string {
  const text =
    typeof words === 'string' ? words : words((path) => nameOf(typeof path === 'string' ? path : path.join('.')));
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
}

const fenced = (info: string, text: string) => `\`\`\`${info}\n${text.trimEnd()}\n\`\`\``;

/** An example of a rule, with what `check` prints about it. */
function exampleOf({ id }: Described): string[] {
  const example = RULE_EXAMPLES[id];
  if (!example) return [];
  const values = parse(example.wrong, { version: '1.1' }) as Record<string, unknown>;
  const found = checkHelmValues({ release: 'jhub', namespace: 'jhub', values }).findings.filter((one) => one.id === id);
  if (!found.length) throw new Error(`${id}: nothing is told of its example`);
  const told = found.map((finding) => `${finding.severity}: ${formatProblem(finding)}`).join('\n');
  return [fenced('yaml wrong', example.wrong), fenced('text', told), 'Right:', fenced('yaml values', example.right)];
}

function sectionOf(rule: Described): string {
  const { id, severity, title, effect, mend } = rule;
  const facts = [
    `- **${severity}**: ${title}.`,
    ...(effect === '' ? [] : [`- **what happens**: ${sentence(effect)}`]),
    ...(mend === '' ? [] : [`- **how to mend it**: ${sentence(mend)}`]),
  ];
  return [`## ${id}`, facts.join('\n'), ...exampleOf(rule)].join('\n\n');
}

/** Every rule: a table, and a section each. */
export function rules(): string {
  const rows = DESCRIBED.map(({ id, severity, title }) => `| [${id}](#${anchorOf(id)}) | ${severity} | ${title} |`);
  const table = ['| rule | severity | what is wrong |', '| --- | --- | --- |', ...rows].join('\n');
  return [table, ...DESCRIBED.map(sectionOf)].join('\n\n');
}
