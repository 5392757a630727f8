import { valueAt } from '../../data/maps';
import { Decision } from '../decisions';
import { objectOf } from '../change';
import { ServerFacts } from '../effects/servers';
import { componentOf } from '../../release/labels';
import { HubReview } from '../review';
import { code, table } from './quote';
import { count } from './words';

/** What becomes of a workload of a hub, by the component that it is. */
function fateOf({ restarts, refused, changes, group }: HubReview, component: string, effect: string): string {
  const isOf = (name: string) =>
    group.objects.some((change) => {
      const object = objectOf(change);
      return (
        componentOf(object) === component &&
        object.kind === 'Deployment' &&
        `Deployment/${object.metadata.name}` === name
      );
    });
  if (refused.some(({ object }) => isOf(object))) return '**refused**';
  if (restarts.some(({ object }) => isOf(object))) return `restarts${effect}`;
  const change = changes.find((one) => {
    const object = objectOf(one);
    return object.kind === 'Deployment' && componentOf(object) === component;
  });
  if (change && !change.before) return 'new';
  if (change && !change.after) return '**goes**';
  return 'stays';
}

function hubFate(review: HubReview): string {
  const fate = fateOf(review, 'hub', ', logins wait about 20 s');
  // The hub watches the Secrets that it reads.
  return fate === 'stays' && review.secrets.some(({ object }) => /-literals$|-files$/.test(object))
    ? 'starts again by itself, as secrets change'
    : fate;
}

const FACTS: readonly (readonly [keyof ServerFacts, string])[] = [
  ['memory', 'memory'],
  ['cpu', 'CPU'],
  ['others', 'devices'],
  ['image', 'image'],
];

/** The part of an image's name in which two differ. */
function tags(before: string, after: string): readonly [string, string] {
  const [old, now] = [before, after].map((image) => /^(.*):([^/]*)$/.exec(image) ?? [image, '', '']);
  return old[1] && old[1] === now[1] ? [old[2], now[2]] : [before, after];
}

/** What servers that start from now on get, in a few words. */
function newServers({ serverChanges, hub }: HubReview): string {
  if (!hub.after) return hub.before ? 'none' : 'not known';
  const [byDefault] = serverChanges.filter(({ key }) => !key.startsWith('profile '));
  const profiles = serverChanges.length - (byDefault ? 1 : 0);
  const { before, after } = byDefault ?? {};
  if (after?.error !== undefined) return '**do not start**';
  const changed =
    before && after
      ? FACTS.filter(([fact]) => before[fact] !== after[fact]).map(([fact, name]) => {
          const [old, now] = [before[fact] ?? '', after[fact] ?? ''];
          const [from, to] = fact === 'image' ? tags(old, now) : [old, now];
          return `${name} ${code(from || 'none')} → ${code(to || 'none')}`;
        })
      : [];
  const others = byDefault && before && after && !changed.length ? ['other settings'] : [];
  const choices = profiles ? [`${profiles} of the profiles and choices ${profiles === 1 ? 'changes' : 'change'}`] : [];
  return [...changed, ...others, ...choices].join(', ') || 'as before';
}

/** Running servers stay whatever restarts; policies and the culler reach them. */
function runningServers({ group, changes, traits }: HubReview): string {
  const isGone = !group.objects.some(({ after }) => after !== undefined);
  if (isGone) return '**are left without a hub**';
  const policy = changes.some((change) => {
    const object = objectOf(change);
    return (
      object.kind === 'NetworkPolicy' &&
      valueAt(object, ['spec', 'podSelector', 'matchLabels', 'component']) === 'singleuser-server'
    );
  });
  const culled = traits.some(({ path }) => path[0] === 'JupyterHub' && path[1] === 'services');
  const effects = [
    ...(policy ? ['what they reach changes'] : []),
    ...(culled ? ['when idle ones end may change'] : []),
  ];
  return effects.length ? `stay; ${effects.join(', ')}` : 'stay';
}

function rowOf(review: HubReview): string[] {
  const { group, changes, restarts } = review;
  if (group.release === undefined)
    return [
      group.name,
      `${count(changes.length, 'object')} of no hub`,
      restarts.map(({ object }) => code(object)).join(', ') || '',
      '',
      '',
    ];
  const isNew = !group.objects.some(({ before }) => before !== undefined);
  if (isNew) return [code(group.name), 'new', 'new', 'none yet', newServers(review)];
  return [
    code(group.name),
    hubFate(review),
    fateOf(review, 'proxy', ', connections drop'),
    runningServers(review),
    newServers(review),
  ];
}

/** What changes of how many hubs, and a line for each. */
export function headline(
  hubCount: number,
  changed: readonly HubReview[],
  decisions: ReadonlyMap<HubReview, readonly Decision[]>,
): string {
  const hubs = changed.filter(({ group }) => group.release !== undefined).length;
  const open = [...decisions.values()].reduce((sum, list) => sum + list.length, 0);
  const needs = open
    ? `${count(open, 'thing')} ${open === 1 ? 'needs' : 'need'} a decision`
    : 'nothing needs a decision';
  const what = hubCount
    ? `${hubs} of ${count(hubCount, 'hub')} ${hubs === 1 ? 'changes' : 'change'}`
    : 'no hub; other objects change';
  const shown = changed.slice(0, MOST_ROWS);
  const rows = shown.map(rowOf);
  const more =
    changed.length > shown.length
      ? `\n\n${changed.length - shown.length} more hubs change, not shown here for their number.`
      : '';
  return `### JupyterHub: ${what}; ${needs}\n\n${table(['hub', 'hub pod', 'proxy', 'running servers', 'new servers'], rows)}${more}`;
}

/** Rows of the table; the largest deployments have some 200 hubs. */
const MOST_ROWS = 60;
