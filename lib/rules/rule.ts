import { Path } from '../data/maps';
import { Model } from './model';

/**
 * How bad a finding is. An error cannot work: it is refused everywhere. A warning works and hardly anyone means it, or fails for some:
 * values are warned of, programs are refused. A note is worth a look in a review.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Names an option as the reader wrote it: `singleuser.memory.limit` to readers of values, `spawner.memory.limit` to those of programs. */
export type NameOf = (path: Path) => string;

/** A part of a message; a function where it names an option, by its path or dotted. */
export type Words = string | ((option: (path: Path | string) => string) => string);

/** What a rule says of one place; effect and mend where they differ from the rule's own. */
export interface Details {
  readonly effect?: Words;
  readonly mend?: Words;
}

/** Takes a finding: the path of the option, and what is wrong with it. */
export type Report = (path: Path, what: Words, details?: Details) => void;

/** A kind of mistake. */
export interface Rule {
  /** Subject and mistake: `user-pod/guarantee-over-limit`. Stable: suppressions name it. */
  readonly id: string;
  readonly severity: Severity;
  /** The mistake in general: the title of its page. */
  readonly title: string;
  /** What happens then. */
  readonly effect: Words;
  /** How to mend it. */
  readonly mend: Words;
  /** It looks at what comes out in the end: of an option that another rule tells of, it says nothing. */
  readonly isLast?: boolean;
  /** Whether it tells of options that become fields of objects: then objects are looked at when that is mended, as one option is in many. */
  readonly tellsOfFields?: true;
  readonly check: (model: Model, report: Report) => void;
}

/** The effect of what JupyterHub raises an error for when it starts. */
export const NOT_STARTING = 'the hub does not start';

/** What a rule found. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  /** Path of the option, as the complete options have it. */
  readonly path: Path;
  readonly what: Words;
  readonly effect: Words;
  readonly mend: Words;
}

/** A finding on one line, without its place: `what is wrong: what happens then; how to mend it [id]`. */
export function messageOf({ id, what, effect, mend }: Finding, nameOf: NameOf): string {
  const option = (path: Path | string) => nameOf(typeof path === 'string' ? path.split('.') : path);
  const [whatText, effectText, mendText] = [what, effect, mend].map((words) =>
    typeof words === 'string' ? words : words(option),
  );
  const then = effectText === '' ? '' : `: ${effectText}`;
  return `${whatText}${then}${mendText === '' ? '' : `; ${mendText}`} [${id}]`;
}
