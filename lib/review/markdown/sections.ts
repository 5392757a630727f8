import { formatPath } from '../../data/words';
import { Manifest } from '../../kubernetes/manifest';
import { Change, isUpdate, nameOf, objectOf } from '../change';
import { deleteCommand, holdsData } from '../effects/prune';
import { claimChange } from '../effects/homes';
import { ServerChange, ServerFacts } from '../effects/servers';
import { namespaceOf } from '../read/manifests';
import { lineDiff } from '../line-diff';
import { HubReview } from '../review';
import { withoutCredentials } from '../shown';
import { differences } from '../stored/difference';
import { code, codeBlock, table } from './quote';
import { Section } from './section';
import { count, differenceLine, points } from './words';

/** How many points stand in one block, so that a long list can be cut in between. */
const POINTS = 20;

function pointBlocks(lines: readonly string[]): string[] {
  const blocks: string[] = [];
  for (let start = 0; start < lines.length; start += POINTS) blocks.push(points(lines.slice(start, start + POINTS)));
  return blocks;
}

function section(title: string, blocks: readonly string[]): Section[] {
  return blocks.length ? [{ title, blocks }] : [];
}

function both(before: string | undefined, after: string | undefined): string {
  const [old, now] = [before, after].map((text) => (text === undefined ? 'none' : text === '' ? '' : code(text)));
  return old === now ? old : `${old} → ${now}`;
}

const FACTS: readonly (keyof ServerFacts)[] = ['memory', 'cpu', 'others', 'image'];

function serverRow({ key, before, after }: ServerChange): string[] {
  if (after?.error !== undefined) return [code(key), `**does not start**: ${code(after.error)}`, '', '', ''];
  const state = before ? (after ? '' : ' (removed)') : ' (new)';
  return [
    `${code(key)}${state}`,
    ...FACTS.map((fact) =>
      before && after ? both(before[fact], after[fact]) : both((after ?? before)?.[fact], (after ?? before)?.[fact]),
    ),
  ];
}

function servers({ serverChanges, servers: { before, after } }: HubReview): Section[] {
  const rows = serverChanges.map(serverRow);
  const claims = claimChange(before, after);
  // What all servers have in common is told once, of the server by default.
  const common = new Set(serverChanges[0]?.differences.map(differenceLine));
  const pods = serverChanges.flatMap((change, index) => {
    const lines = change.differences.map(differenceLine).filter((line) => index === 0 || !common.has(line));
    return lines.length ? [`${code(change.key)}\n${points(lines)}`] : [];
  });
  const blocks = [
    ...(claims
      ? [`New claims of users are ${code(claims[0])} → ${code(claims[1])}; those that exist stay as they are.`]
      : []),
    ...(rows.length ? [table(['server', 'memory', 'CPU', 'devices', 'image'], rows.slice(0, 60))] : []),
    ...pods,
  ];
  return section(
    `What users get: ${count(serverChanges.length, 'server')} of the samples ${serverChanges.length === 1 ? 'differs' : 'differ'}`,
    blocks,
  );
}

function configuration({ traits, code: pieces }: HubReview): Section[] {
  const diffs = pieces.map(({ name, before, after }) => {
    const [old, now] = [before, after].map((text) => text && withoutCredentials(text));
    return `${code(`hub.extraConfig.${name}`)}\n\n${codeBlock(lineDiff(old, now), 'diff')}`;
  });
  const parts = [
    ...(traits.length ? [count(traits.length, 'trait')] : []),
    ...(pieces.length ? [count(pieces.length, 'piece') + ' of Python'] : []),
  ];
  return section(`Configuration: ${parts.join(', ')}`, [...pointBlocks(traits.map(differenceLine)), ...diffs]);
}

function rights({ rights: found }: HubReview): Section[] {
  const lines = found.flatMap(({ subject, gained, lost }) => [
    ...gained.map((right) => `${code(subject)} may now ${code(right)}`),
    ...lost.map((right) => `${code(subject)} may no longer ${code(right)}`),
  ]);
  return section(`Rights: ${count(found.length, 'account')}`, pointBlocks(lines));
}

function podSecurity({ podLevels }: HubReview): Section[] {
  const changed = podLevels.filter(({ before, after }) => before !== after);
  const lines = changed.map(({ object, before, after, why }) => {
    const reasons = why.length && after !== 'restricted' ? `: ${why.slice(0, 5).map(code).join(', ')}` : '';
    return `${code(object)}: ${before ?? 'new'} → ${after ?? 'removed'}${reasons}`;
  });
  return section(`Pod Security: ${count(changed.length, 'pod')}`, pointBlocks(lines));
}

function images({ images: found }: HubReview): Section[] {
  const lines = found.map(({ before, after, where }) => {
    const shown = where.slice(0, 3).map(code).join(', ');
    const more = where.length > 3 ? ` and ${where.length - 3} more` : '';
    return `${before === undefined ? 'none' : code(before)} → ${after === undefined ? 'none' : code(after)} (${shown}${more})`;
  });
  return section(`Images: ${found.length}`, pointBlocks(lines));
}

function capacity({ capacity: found }: HubReview): Section[] {
  const rows = found.map(({ what, before, after }) => [
    what,
    both(before.cpu, after.cpu),
    both(before.memory, after.memory),
  ]);
  return section('Capacity that is asked for', rows.length ? [table(['', 'CPU', 'memory'], rows)] : []);
}

function secrets({ secrets: found }: HubReview): Section[] {
  const lines = found.map(({ object, added, removed, changed }) => {
    const part = (word: string, keys: readonly string[]) =>
      keys.length ? [`${word} ${keys.map(code).join(', ')}`] : [];
    const parts = [...part('added', added), ...part('removed', removed), ...part('changed', changed)];
    return `${code(object)}: ${parts.join('; ') || 'its metadata'}`;
  });
  return section(`Secrets: ${found.length}, by their keys only`, pointBlocks(lines));
}

function commands(objects: readonly Manifest[]): string[] {
  const namespaces = [...new Set(objects.map(namespaceOf))];
  return namespaces.map((namespace) => deleteCommand(objects.filter((object) => namespaceOf(object) === namespace)));
}

function prune({ prune: found }: HubReview): Section[] {
  const [data, rest] = [found.filter(holdsData), found.filter((object) => !holdsData(object))];
  const blocks = [
    ...(rest.length ? [commandBlock(commands(rest))] : []),
    ...(data.length ? [`With data in it, which is lost then:\n\n${commandBlock(commands(data))}`] : []),
  ];
  return section(
    `To be pruned: ${count(found.length, 'object')} that ${found.length === 1 ? 'stays' : 'stay'} in the cluster until deleted`,
    blocks,
  );
}

/** Commands in lines that are not too long to be read. */
function commandBlock(lines: readonly string[]): string {
  return codeBlock(
    lines.flatMap((line) => {
      const [start = '', ...names] = line.split(/(?= \S+\/)/);
      const rows: string[] = [];
      for (let at = 0; at < names.length; at += 4) rows.push(`${start}${names.slice(at, at + 4).join('')}`);
      return rows.length ? rows : [line];
    }),
    'sh',
  );
}

/** Parts that other sections tell, or that a change of nothing but them would only repeat. */
const TOLD = /^data\.(config\.yaml|cluster\.yaml|extra-config\.yaml|values\.yaml)$|annotations\.checksum\/|\.image$/;

function objectLines(change: Change): string[] {
  const object = objectOf(change);
  const name = nameOf(object);
  if (!isUpdate(change)) return [`${code(name)}: ${change.after ? 'new' : 'removed'}`];
  if (object.kind === 'Secret') return [];
  return differences(change.before, change.after)
    .filter(({ path }) => !TOLD.test(formatPath(path)))
    .map((difference) =>
      typeof difference.before === 'string' &&
      typeof difference.after === 'string' &&
      /\n/.test(difference.before + difference.after)
        ? `${code(name)} ${code(formatPath(difference.path))}: ${count(changedLines(difference.before, difference.after), 'line')} changed`
        : `${code(name)} ${differenceLine(difference)}`,
    );
}

function changedLines(before: string, after: string): number {
  return lineDiff(before, after).filter((line) => /^[+-]/.test(line)).length;
}

function objects({ changes }: HubReview): Section[] {
  const lines = changes.flatMap(objectLines);
  return section(
    `Objects: ${count(changes.length, 'object')} ${changes.length === 1 ? 'changes' : 'change'}`,
    pointBlocks(lines),
  );
}

function restarts({ restarts: found }: HubReview): Section[] {
  const lines = found.map(({ object, causes }) => {
    const shown = causes.slice(0, 5).map(({ path }) => code(formatPath(path)));
    const more = causes.length > 5 ? ` and ${causes.length - 5} more` : '';
    return `${code(object)}: ${shown.join(', ')}${more}`;
  });
  return section(`Restarts: ${count(found.length, 'workload')}`, pointBlocks(lines));
}

/** The sections of one hub, in the order in which they are read. */
export function sectionsOf(review: HubReview): readonly Section[] {
  return [servers, configuration, restarts, rights, podSecurity, images, capacity, secrets, prune, objects].flatMap(
    (make) => make(review),
  );
}
