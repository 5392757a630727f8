import { eitherOf } from '../data/words';
import { GATE_NAMES, isHeldUp } from '../review/gates';
import { reviewJson } from '../review/json';
import { reviewMarkdown } from '../review/markdown/markdown';
import { ManifestReader } from '../review/read/manifests';
import { readSource } from '../review/read/source';
import { reviewManifests } from '../review/review';

/** How a review is printed, and what it fails at. */
export interface ReviewOptions {
  readonly json?: boolean;
  readonly failOn?: readonly string[];
}

/** What is printed, and the exit status. */
export interface ReviewResult {
  readonly output: string;
  readonly status: number;
}

/** The exit status where a gate holds a change up; 1 is that of what cannot be reviewed. */
const HELD_UP = 2;

/** What applying the manifests of HEAD over those of BASE does; each is a folder or a revision of git. */
export function review(base: string, head: string, { json = false, failOn = [] }: ReviewOptions = {}): ReviewResult {
  const unknown = failOn.find((gate) => !GATE_NAMES.includes(gate));
  if (unknown !== undefined)
    throw new Error(`--fail-on: must be ${eitherOf(GATE_NAMES)}, but is ${JSON.stringify(unknown)}`);
  const reader = new ManifestReader();
  const [before, after] = [base, head].map((source) => reader.read(readSource(source)));
  if (!before.size && !after.size) throw new Error(`there are no manifests in ${base} and ${head}`);
  const found = reviewManifests(before, after);
  return { output: json ? reviewJson(found) : reviewMarkdown(found), status: isHeldUp(found, failOn) ? HELD_UP : 0 };
}
