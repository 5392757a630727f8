import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a program that imports nothing may speak of. */
const NAMES = {
  app: 'const app = new App();',
  authenticator: 'const authenticator = Authenticator.tmp({ allow: Allow.all() });',
  jupyterhub: "const jupyterhub = new JupyterHub(app, 'jhub', { namespace: 'jhub', authenticator });",
};

const CDK8S = ['ApiObject', 'App', 'Chart', 'Duration', 'JsonPatch', 'Size'];

const says = (text, name) => new RegExp(`(?<!['/-])\\b${name}\\b(?!['/:-])`).test(text);
const declares = (text, name) => new RegExp(`(const|let|function) ${name}\\b`).test(text);

/** A whole program of a block: with imports, and with what it speaks of. */
export function complete(text) {
  let body = text;
  if (!/^import .*cdk8s-jupyterhub/m.test(text)) {
    for (const name of ['jupyterhub', 'authenticator', 'app']) {
      if (says(body, name) && !declares(body, name)) body = `${NAMES[name]}\n${body}`;
    }
  }
  const imported = new Set(
    [...text.matchAll(/^import \{([^}]*)\}/gm)].flatMap(([, names]) => names.split(',').map((name) => name.trim())),
  );
  const words = [...new Set(body.match(/\b[A-Z]\w+\b(?=[.(<{ ;,\]])/g) ?? [])].filter((word) => !imported.has(word));
  const cdk8s = words.filter((word) => CDK8S.includes(word));
  const own = words.filter((word) => !CDK8S.includes(word) && isExported(word));
  const lines = [
    ...(cdk8s.length ? [`import { ${cdk8s.join(', ')} } from 'cdk8s';`] : []),
    ...(own.length ? [`import { ${own.join(', ')} } from 'cdk8s-jupyterhub';`] : []),
    ...(says(body, 'kplus') && !imported.has('kplus') && !/import \* as kplus/.test(body)
      ? ["import * as kplus from 'cdk8s-plus-28';"]
      : []),
    body,
    ...(says(body, 'app') && !body.includes('app.synth()') ? ['app.synth();'] : []),
    'export {};',
  ];
  return `${lines.join('\n')}\n`;
}

let exported;

/** Whether the library exports a name. */
function isExported(name) {
  exported ??= new Set(exportsOf());
  return exported.has(name);
}

function* exportsOf() {
  const lib = join(import.meta.dirname, '../../../lib');
  for (const [, file] of readFileSync(join(lib, 'index.ts'), 'utf8').matchAll(/from '\.\/(.*)'/g)) {
    const text = readFileSync(join(lib, `${file}.ts`), 'utf8');
    for (const [, name] of text.matchAll(/^export (?:abstract )?(?:class|interface|enum) (\w+)/gm)) yield name;
  }
}

/** The files that a program reads: secrets by the keys that it asks for, values that say nothing, and the repository's config.yaml. */
export function filesFor(text, root) {
  const files = new Map();
  for (const [, file] of text.matchAll(/'([\w.-]+\.ya?ml)'/g)) {
    files.set(file, file === 'config.yaml' ? readFileSync(join(root, file), 'utf8') : '');
  }
  for (const [, file, key] of text.matchAll(/fromFile\('([^']+)', '([^']+)'\)/g)) {
    files.set(
      file,
      `${files.get(file) ?? ''}${JSON.stringify(key)}: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"\n`,
    );
  }
  return files;
}
