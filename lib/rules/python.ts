import { spawnSync } from 'node:child_process';
import { mapsOf } from './lookup';
import { Model } from './model';
import { entriesOf, Path } from '../data/maps';
import { revealText } from '../secrets/secrets';
import { NOT_STARTING, Rule } from './rule';

/** A piece of Python that the hub runs when it starts. */
interface Piece {
  readonly path: Path;
  readonly source: string;
}

/** The pieces of `hub.extraConfig`, and files of the hub that are Python. */
function piecesOf({ props }: Model): Piece[] {
  const files = mapsOf(props.hub.extraFiles, ['hub', 'extraFiles']).flatMap(([path, { mountPath, stringData }]) =>
    /\.py$/.test(String(mountPath)) ? [[[...path, 'stringData'], stringData] as const] : [],
  );
  return [...entriesOf(props.hub.extraConfig, ['hub', 'extraConfig']), ...files].flatMap(([path, text]) => {
    const source = revealText(text);
    return source === undefined ? [] : [{ path, source }];
  });
}

/** Reads a list of sources, and prints for each what is wrong with it. Nothing of them is run. */
const PARSER = `
import json, sys, warnings
warnings.simplefilter("ignore")
def problem(source):
    try:
        compile(source, "x", "exec", dont_inherit=True)
    except SyntaxError as error:
        # Of some errors the text quotes the source, which may be a secret.
        text = error.msg if "'" not in error.msg and '"' not in error.msg else "invalid syntax"
        return f"line {error.lineno}: {text}"
    except ValueError as error:
        return "not readable"
print(json.dumps([problem(source) for source in json.load(sys.stdin)]))
`;

const known = new Map<string, readonly (string | null)[]>();

/** What Python itself has to say of sources; nothing where there is no Python 3 at hand. */
function problemsOf(sources: readonly string[]): readonly (string | null)[] {
  const input = JSON.stringify(sources);
  let problems = known.get(input);
  if (!problems) {
    const { status, stdout } = spawnSync('python3', ['-I', '-S', '-c', PARSER], { input, encoding: 'utf8' });
    problems = status === 0 ? (JSON.parse(stdout) as (string | null)[]) : [];
    known.set(input, problems);
  }
  return problems;
}

export const PYTHON_RULES: readonly Rule[] = [
  {
    id: 'python/syntax',
    severity: 'warning',
    title: 'Python of the hub that Python cannot read',
    effect: NOT_STARTING,
    mend: '',
    check: (model, report) => {
      const pieces = piecesOf(model);
      if (!pieces.length) return;
      problemsOf(pieces.map(({ source }) => source)).forEach((problem, index) => {
        if (problem !== null) report(pieces[index].path, `is no Python: ${problem}`);
      });
    },
  },
];
