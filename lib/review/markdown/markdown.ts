import { Decision, decisionsOf } from '../decisions';
import { HubReview, Review } from '../review';
import { headline } from './headline';
import { code } from './quote';
import { LONGEST, Section, sectionsWithin } from './section';
import { sectionsOf } from './sections';
import { marked, points } from './words';

/** Decisions that are shown; where there are more, they are counted. */
const MOST_DECISIONS = 40;

function decisionList(decisions: ReadonlyMap<HubReview, readonly Decision[]>): string[] {
  const lines = [...decisions].flatMap(([{ group }, list]) =>
    list.map(({ words }) => `${group.release === undefined ? group.name : code(group.name)}: ${marked(words)}`),
  );
  if (!lines.length) return [];
  const left = lines.length - MOST_DECISIONS;
  const more = left > 0 ? [`${left} more, not shown here for their number`] : [];
  return [`**Needs a decision**\n\n${points([...lines.slice(0, MOST_DECISIONS), ...more])}`];
}

interface Alike {
  readonly names: string[];
  readonly sections: readonly Section[];
}

/** Hubs that change alike are told once. */
function alike(changed: readonly HubReview[]): Alike[] {
  const found = new Map<string, Alike>();
  for (const review of changed) {
    const sections = sectionsOf(review);
    const key = JSON.stringify(sections);
    const own = found.get(key);
    if (own) own.names.push(review.group.name);
    else found.set(key, { names: [review.group.name], sections });
  }
  return [...found.values()];
}

/** What is told of hubs one by one, each with the same room at least. */
function details(changed: readonly HubReview[], room: number): string[] {
  const parts: string[] = [];
  let left = room;
  const all = alike(changed);
  for (const [index, { names, sections }] of all.entries()) {
    const more = names.length > 10 ? ` and ${names.length - 10} more` : '';
    const title = changed.length > 1 ? `#### ${names.slice(0, 10).map(code).join(', ')}${more}\n\n` : '';
    const text = sectionsWithin(sections, Math.floor(left / (all.length - index)) - title.length - 2);
    if (text === '') {
      parts.push(`Details of ${all.length - index} more are not shown here for their length.`);
      break;
    }
    parts.push(`${title}${text}`);
    left -= title.length + text.length + 2;
  }
  return parts;
}

/** A review for people, as GitHub and GitLab show it. */
export function reviewMarkdown({ count, changed }: Review): string {
  if (!changed.length) return 'JupyterHub: nothing changes.\n';
  const decisions = new Map(changed.map((review) => [review, decisionsOf(review)]));
  const top = [headline(count, changed, decisions), ...decisionList(decisions)].join('\n\n');
  return `${[top, ...details(changed, LONGEST - top.length - 500)].join('\n\n')}\n`;
}
