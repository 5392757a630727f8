import { CST, Lexer } from 'yaml';

/** A quoted scalar, however its lines are indented. */
const QUOTED = /"[^"\\]*(?:\\[^][^"\\]*)*"|'[^']*(?:''[^']*)*'/y;

/** The start or the end of a document, which a quoted scalar and a flow collection cannot contain. */
const MARKER = /^(?:---|\.\.\.)(?:\s|$)/;

/**
 * Lexemes of a string in which `[ ]`, `{ }` and quoted scalars may go on in any column. The YAML rules want such lines indented, as the `yaml`
 * package does; the parser that Helm uses does not look, and people paste JSON at the margin.
 *
 * Where the lexer breaks one of them off, a fresh lexer goes on from there. It is inside of as many brackets, at the top level of its
 * document, where every column will do.
 */
export function* lenientLexemes(text: string): Generator<string, void> {
  let [offset, context] = [0, ''];
  do {
    const lexer = new Lexer();
    let depth = [...lexer.lex(context, true)].filter((lexeme) => lexeme === '[').length;
    context = '';
    // A plain scalar, and the blanks behind it: it may go on in the next line.
    let plain: string[] = [];
    for (const lexeme of lexer.lex(text.slice(offset))) {
      const type = plain.length === 1 ? 'scalar' : CST.tokenType(lexeme);
      if (type === 'flow-error-end' && !MARKER.test(text.slice(offset, offset + 4))) {
        offset -= plain.join('').length - (plain.length && CST.SCALAR.length);
        plain = [];
        context = `${'['.repeat(depth)}\n`;
        break;
      }
      const whole = type?.endsWith('quoted-scalar') ? quotedAt(text, offset) : undefined;
      if (whole !== undefined && whole !== lexeme) {
        yield whole;
        offset += whole.length;
        context = `${'['.repeat(depth)}""\n`;
        break;
      }
      if (type === 'flow-map-start' || type === 'flow-seq-start') depth += 1;
      if (type === 'flow-map-end' || type === 'flow-seq-end') depth = Math.max(0, depth - 1);
      offset += lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR ? 0 : lexeme.length;
      if (lexeme === CST.SCALAR || (plain.length && (type === 'scalar' || type === 'space' || type === 'newline'))) {
        plain.push(lexeme);
        continue;
      }
      yield* plain;
      plain = [];
      yield lexeme;
    }
    yield* plain;
  } while (context);
}

function quotedAt(text: string, offset: number): string | undefined {
  QUOTED.lastIndex = offset;
  const whole = QUOTED.exec(text)?.[0];
  return whole?.split('\n').some((line) => MARKER.test(line)) ? undefined : whole;
}
