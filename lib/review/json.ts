import { formatPath } from '../data/words';
import { nameOf } from './change';
import { decisionsOf, Words } from './decisions';
import { HubReview, Review } from './review';
import { shown, withoutCredentials } from './shown';
import { Difference } from './stored/difference';

function plain(words: Words): string {
  return words.map((word) => (typeof word === 'string' ? word.replace(/\*\*/g, '') : word.quoted)).join('');
}

function traitJson({ path, before, after }: Difference) {
  return { trait: formatPath(path), before: shown(before, path), after: shown(after, path) };
}

function hubJson(review: HubReview) {
  const { group, restarts, refused, prune, rights, podLevels, access, traits, code, images, secrets } = review;
  return {
    hub: group.name,
    namespace: group.namespace,
    release: group.release,
    decisions: decisionsOf(review).map(({ id, words }) => ({ id, message: plain(words) })),
    restarts: restarts.map(({ object }) => object),
    refused,
    prune: prune.map(nameOf),
    rights,
    podSecurity: podLevels,
    whoGetsIn: access && { before: access.before, after: access.after },
    configuration: traits.map(traitJson),
    python: code.map(({ name }) => name),
    servers: review.serverChanges.map(({ key, before, after, differences }) => ({
      server: key,
      before,
      after,
      differences: differences.map(({ path, ...both }) => ({
        field: formatPath(path),
        before: shown(both.before, path),
        after: shown(both.after, path),
      })),
    })),
    findings: review.findings,
    images,
    capacity: review.capacity,
    secrets,
  };
}

/** Who gets in, of one hub as it is, of several by their names. */
function whoGetsIn(hubs: readonly ReturnType<typeof hubJson>[]) {
  const known = hubs.filter((hub) => hub.whoGetsIn !== undefined);
  if (known.length <= 1) return known[0]?.whoGetsIn;
  const side = (pick: 'before' | 'after') =>
    known.map((hub) => `${hub.hub}: ${hub.whoGetsIn?.[pick] ?? ''}`).join('\n');
  return { before: side('before'), after: side('after') };
}

/** A review for programs. */
export function reviewJson({ count, changed }: Review): string {
  const hubs = changed.map(hubJson);
  const all = <T>(pick: (hub: (typeof hubs)[number]) => readonly T[]) => hubs.flatMap(pick);
  const report = {
    restarts: all(({ restarts }) => restarts),
    refused: all(({ refused }) => refused),
    prune: all(({ prune }) => prune),
    decisions: all(({ hub, decisions }) => decisions.map((decision) => ({ hub, ...decision }))),
    findings: all(({ findings }) => findings),
    rights: all(({ rights }) => rights),
    podSecurity: all(({ podSecurity }) => podSecurity),
    whoGetsIn: whoGetsIn(hubs),
    hubs: { count, changed: hubs },
  };
  return `${JSON.stringify(report, (_, value: unknown) => (typeof value === 'string' ? withoutCredentials(value) : value), 2)}\n`;
}
