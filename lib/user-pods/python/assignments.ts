import { setKey, Tree } from '../../data/maps';
import { Traits } from '../../release/traits';
import { readLiteral } from './literal';

/** What a piece of Python does to JupyterHub's configuration. */
export interface Assignments {
  /** Traits that are set to values which are written out. */
  readonly traits: Traits;
  /** Whether that is all that it does. */
  readonly isAll: boolean;
}

const ASSIGNMENT = /c\.([A-Z]\w*)\.([a-z]\w*)[^\S\n]*=(?!=)[^\S\n]*/y;
const LINE_END = /[^\S\n]*;?[^\S\n]*(?:#[^\n]*)?(?:\n|$)/y;
/** Lines that set nothing. */
const NO_EFFECT =
  /(?:[^\S\n]*(?:#[^\n]*)?|import [\w., ]+|from [\w.]+ import [\w., *]+|c = get_config\(\)[^\S\n]*(?:#[^\n]*)?)(?:\n|$)/y;

function endOf(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}

/** The assignments that stand by themselves in a piece of Python, `c.KubeSpawner.uid = 1000`, in their order. */
export function assignmentsIn(source: string): Assignments {
  const traits: Record<string, Tree> = {};
  let isAll = true;
  for (let place = 0; place < source.length;) {
    ASSIGNMENT.lastIndex = place;
    const assignment = ASSIGNMENT.exec(source);
    const literal = assignment ? readLiteral(source, place + assignment[0].length) : undefined;
    const end = literal && endOf(LINE_END, source, literal.end);
    if (assignment && literal && end !== undefined) {
      const [, section, trait] = assignment;
      const ofSection = traits[section] ?? {};
      setKey(ofSection, trait, literal.value);
      traits[section] = ofSection;
      place = end;
      continue;
    }
    const next = endOf(NO_EFFECT, source, place);
    if (next === undefined) isAll = false;
    const line = source.indexOf('\n', place);
    place = next ?? (line < 0 ? source.length : line + 1);
  }
  return { traits, isAll };
}
