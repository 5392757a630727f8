import { Review } from '../review';
import { code, table } from './quote';
import { nameOf } from '../change';
import { deleteCommand } from '../effects/prune';

/** A review for people, as GitHub and GitLab show it. */
export function reviewMarkdown({ count, changed }: Review): string {
  if (!changed.length) return 'JupyterHub: nothing changes.\n';
  const hubs = changed.filter(({ group }) => group.release !== undefined).length;
  const rows = changed.map(({ group, restarts }) => [
    code(group.name),
    restarts.map(({ object }) => code(object)).join(', ') || 'nothing restarts',
  ]);
  const refused = changed.flatMap(({ refused: found }) =>
    found.map(({ object, field, why }) => `- ${code(object)} ${code(field)}: ${why}`),
  );
  const prune = changed.flatMap(({ prune: found }) =>
    found.map((one) => `- ${code(nameOf(one))}: ${code(deleteCommand([one]))}`),
  );
  const parts = [
    `### JupyterHub: ${hubs} of ${count} hubs ${hubs === 1 ? 'changes' : 'change'}`,
    table(['hub', 'restarts'], rows),
    ...(refused.length ? ['**Refused by the API server**', refused.join('\n')] : []),
    ...(prune.length ? ['**To be pruned**', prune.join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
