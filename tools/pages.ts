// Writes what is generated in README.md, CONTRIBUTING.md and docs/: parts between `<!-- generated: NAME -->` and `<!-- end -->`.
// Usage: node --import tsx tools/pages.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOVES } from '../lib/chart/table';
import { USAGE } from '../lib/cli/main';
import { picture } from './rooms';
import { rules } from './rules-page';

const root = join(__dirname, '..');

/** The rows of the table that translates values, less those that keep their name. */
function chartKeys(): string {
  const moved = MOVES.filter(([key, option]) => key !== option).map(([key, option]) => [key, option] as const);
  const rows = [
    ...moved,
    ['hub.config.JupyterHub.authenticator_class', 'authenticator'] as const,
    ['hub.config.*Authenticator', 'authenticator'] as const,
  ].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    '| key of the chart | option |',
    '| --- | --- |',
    ...rows.map(([key, option]) => `| \`${key}\` | \`${option}\` |`),
  ].join('\n');
}

const PARTS: Readonly<Record<string, () => string>> = {
  'chart keys': chartKeys,
  rooms: () => picture(),
  rules,
  usage: () => `\`\`\`\n${USAGE}\`\`\``,
};

/** The pages that are written by hand, by their path in the repository. */
export function pages(): readonly string[] {
  const docs = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
  return ['README.md', 'CONTRIBUTING.md', 'examples/README.md', ...docs.map((file) => `docs/${file}`)];
}

/** A page with what is generated in it as it should be. */
export function withGenerated(text: string): string {
  return text.replace(/(<!-- generated: ([\w ]+) -->\n)[^]*?(<!-- end -->)/g, (_, start, name, end) => {
    const part = PARTS[name];
    if (!part) throw new Error(`generated: ${name}: unknown; known are ${Object.keys(PARTS).join(', ')}`);
    return `${start}${part()}\n${end}`;
  });
}

if (require.main === module) {
  for (const page of pages()) {
    const file = join(root, page);
    writeFileSync(file, withGenerated(readFileSync(file, 'utf8')));
  }
}
