import { Lexer } from 'yaml';

type Step = (this: Lenient) => Generator<string, unknown>;

interface Lenient {
  indentNext: number;
  [step: string]: unknown;
}

/**
 * A lexer that lets `[ ]`, `{ }` and quoted text go on in any column. The YAML rules want such lines indented, as the
 * `yaml` package does; the parser that Helm uses does not look, and people paste JSON at the margin.
 */
export function lenientLexer(): Lexer {
  const lexer = new Lexer();
  const steps = lexer as unknown as Lenient;
  for (const name of ['parseFlowCollection', 'parseQuotedScalar']) {
    const strict = steps[name] as Step | undefined;
    if (!strict) continue;
    steps[name] = function* (this: Lenient): Generator<string, unknown> {
      const indent = this.indentNext;
      this.indentNext = 0;
      try {
        return yield* strict.call(this);
      } finally {
        this.indentNext = indent;
      }
    };
  }
  return lexer;
}
