// Holds README.md and docs/ to what the library does. In a page
//   LANGUAGE FILE   is a file of the reader's app, and `sh run` are commands in it: such a page is followed from the first block to the last
//   ts              is a program: it compiles strictly and runs. Without imports it begins as the page's `ts start` does, or goes on from the
//                   block before it (`ts continued`)
//   yaml values     are values of the chart: they render
//   yaml wrong      is values that a rule tells of: test/rules/examples.test.ts holds them to it
//   yaml            is what the programs and values before it in the section give: parts of manifests, or of JupyterHub's configuration
//   python          is a file of the reader's app, always
//   sh              are commands: those of this project are run, and the files and scripts that they name are there
// All of it runs in an empty folder, in which the package is installed as npm would publish it.
// docs/python.md needs the Python package: test/slow/python.sh asks for it.
// Usage: node --import tsx test/slow/docs.ts [PAGE]...
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../../tools/pages';
import { ReadersApp, ROOT } from './docs/app';
import { filesOf } from './docs/files';
import { Block, blocksOf, sourcesOf } from './docs/markdown';
import { missingPart } from './docs/part';
import { programOf } from './docs/program';
import { isFile, isRun, Session } from './docs/session';
import { checkShell } from './docs/shell';

/** The page of the Python package, which is followed with that one alone. */
const PYTHON = 'docs/python.md';

const asked = process.argv.slice(2);
const api = readdirSync(join(ROOT, 'docs/api')).map((file) => `docs/api/${file}`);
const checked = [...pages(), ...api].filter((page) =>
  asked.length ? asked.includes(page) : /^(README|docs\/)/.test(page) && page !== PYTHON,
);
const blocks = checked.flatMap((page) => blocksOf(page, readFileSync(join(ROOT, page), 'utf8')));
const problems = new Map<Block, string>();

/** Notes what is wrong with a block, unless it is nothing; the first problem counts. */
function note(block: Block, problem: string | undefined): void {
  if (problem !== undefined && !problems.has(block)) problems.set(block, problem.trim());
}

const folderOf = ({ page, line }: Block) => `${page.replace(/\W/g, '-')}-${line}`;
const manifests = new Map<Block, string>();
/** Pages that are followed from the first block to the last. */
const followed = new Set(blocks.filter(isRun).map(({ page }) => page));
const ofLanguage = (language: string) =>
  blocks.filter((block) => block.language === language && !isFile(block) && !isRun(block));

function followPages(app: ReadersApp): void {
  for (const page of followed) {
    const session = new Session(app, page.replace(/\W/g, '-'));
    for (const block of blocks.filter((one) => one.page === page)) {
      if (block.language === 'yaml' && block.purpose === '') manifests.set(block, session.manifests());
      else note(block, session.follow(block));
    }
  }
}

function renderValues(app: ReadersApp): void {
  for (const block of ofLanguage('yaml').filter(({ purpose }) => purpose === 'values')) {
    app.write(`${folderOf(block)}/config.yaml`, block.text);
    const args = ['render', '-f', 'config.yaml', '--release', 'jhub', '--namespace', 'jhub'];
    const { status, stdout, stderr } = app.cli(args, folderOf(block));
    if (status === 0) manifests.set(block, stdout);
    else note(block, stderr);
  }
}

function runPrograms(app: ReadersApp): void {
  const written = ofLanguage('ts').filter((block) => {
    if (block.purpose === 'start') return false;
    try {
      const program = programOf(block, blocks);
      app.write(`${folderOf(block)}/main.ts`, program);
      for (const [file, text] of filesOf(program)) app.write(`${folderOf(block)}/${file}`, text);
      return true;
    } catch (error) {
      note(block, (error as Error).message);
      return false;
    }
  });
  const compiled = written.length ? app.compile() : new Map<string, string>();
  for (const block of written) note(block, compiled.get(folderOf(block)));
  const runnable = written.filter((block) => !problems.has(block));
  const ran = runnable.length ? app.synthesize(runnable.map(folderOf)) : new Map<string, string>();
  for (const block of runnable) {
    if (ran.has(folderOf(block))) note(block, ran.get(folderOf(block)));
    else manifests.set(block, app.manifests(folderOf(block)));
  }
}

function checkResults(): void {
  for (const block of ofLanguage('yaml').filter(({ purpose }) => purpose === '')) {
    const programs = sourcesOf(block, blocks);
    const sources = programs.length || !followed.has(block.page) ? programs : [block];
    if (!sources.length)
      note(block, 'nothing before it in the section gives this YAML; values are marked as `yaml values`');
    for (const source of sources) {
      const stream = manifests.get(source);
      const missing = stream === undefined ? undefined : missingPart(block.text, stream);
      if (missing) note(block, `line ${source.line} does not give this: ${missing}`);
    }
  }
}

function checkOthers(app: ReadersApp): void {
  for (const block of ofLanguage('sh')) note(block, checkShell(block.text, app, folderOf(block))[0]);
  for (const block of ofLanguage('python')) note(block, 'is no file that is run: ```python FILE');
}

const app = new ReadersApp(checked.some((page) => page !== PYTHON));
try {
  followPages(app);
  renderValues(app);
  runPrograms(app);
  checkResults();
  checkOthers(app);
} finally {
  rmSync(app.folder, { recursive: true });
}

for (const [{ page, line }, problem] of problems) console.log(`FAIL ${page}:${line}: ${problem}`);
console.log(`${blocks.length - problems.size} passed, ${problems.size} failed`);
process.exitCode = problems.size || !blocks.length ? 1 : 0;
