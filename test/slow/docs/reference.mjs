import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function usage(root) {
  const { stdout } = spawnSync(process.execPath, [join(root, 'bin/cdk8s-jupyterhub'), '--help'], { encoding: 'utf8' });
  return `\`\`\`\n${stdout}\`\`\``;
}

/** The rows of the table that translates values, less those that keep their name. */
function chartKeys(root) {
  const table = readFileSync(join(root, 'lib/chart/table.ts'), 'utf8');
  const [, rows] = /const MOVES[^=]*= \[\n(.*?)\n\];/s.exec(table) ?? [];
  const moves = [...(rows ?? '').matchAll(/\[\s*'([\w.]+)',\s*'([\w.]+)'/g)].map(([, key, option]) => [key, option]);
  if (moves.length < 20) throw new Error('lib/chart/table.ts: cannot find the rows of MOVES');
  const own = [
    ['hub.config.JupyterHub.authenticator_class', 'authenticator'],
    ['hub.config.*Authenticator', 'authenticator'],
  ];
  const sorted = [...moves.filter(([key, option]) => key !== option), ...own].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return [
    '| key of the chart | option |',
    '| --- | --- |',
    ...sorted.map(([key, option]) => `| \`${key}\` | \`${option}\` |`),
  ].join('\n');
}

const GENERATED = { usage, 'chart keys': chartKeys };

/** A page with what is generated in it as it should be. */
export function withGenerated(text, root) {
  return text.replace(
    /(<!-- generated: ([\w ]+) -->\n)[^]*?(<!-- end -->)/g,
    (_, start, name, end) => `${start}${GENERATED[name](root)}\n${end}`,
  );
}
