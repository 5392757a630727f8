// Bundles the command line into one file, and what apps report errors by into another one: usable right after `npm ci`, and twice as quick to start as
// loose modules. With --library, after `jsii`, the library as well. Nothing has to be installed beside the package but what it shares with the app.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const common = {
  absWorkingDir: root,
  bundle: true,
  outdir: 'build',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
  metafile: true,
};

const bundles = [
  await build({
    ...common,
    entryPoints: { cli: 'lib/cli/main.ts', 'report-errors': 'lib/cli/report-errors.ts' },
    minify: true,
  }),
];
if (process.argv.includes('--library')) {
  // From what jsii has compiled, as its runtime knows classes by marks that jsii gives them.
  const library = {
    entryPoints: { index: 'build/lib/index.js' },
    external: ['cdk8s', 'cdk8s-plus-28', 'constructs'],
    minifySyntax: true,
    minifyWhitespace: true,
  };
  bundles.push(await build({ ...common, ...library }));
}

/** Packages whose code a bundle holds. */
function packagesIn({ metafile }) {
  const files = Object.keys(metafile.inputs);
  return files.flatMap((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
}

/** The licenses of what is bundled have to come with it. */
const licenses = [...new Set(bundles.flatMap(packagesIn))].sort().map((name) => {
  const file = `${root}/node_modules/${name}/LICENSE`;
  return existsSync(file) ? `${name}\n\n${readFileSync(file, 'utf8')}` : `${name}`;
});
writeFileSync(`${root}/build/third-party-licenses.txt`, licenses.join('\n---\n\n'));
