import * as spec from '@jsii/spec';
import { section } from './section';
import { link, Locate, table } from './text';

/** The pages by the component whose types they describe, in the order of the index. */
const PAGES: Readonly<Record<string, readonly [title: string, about: string]>> = {
  jupyterhub: ['JupyterHub', 'a whole hub: from options, or from values of the chart'],
  authenticator: ['Authenticators', 'who logs in how, and who may enter'],
  hub: ['Hub', 'the hub, its database, services and roles'],
  proxy: ['Proxy', 'how the hub is reached, and TLS'],
  spawner: ['Spawner', "users' servers: image, resources, storage, profiles"],
  scheduling: ['Scheduling', 'user scheduler, placeholders, priorities, affinity'],
  'image-puller': ['Image puller', 'images that are pulled ahead'],
  culling: ['Culling', 'stopping idle servers'],
  secrets: ['Secrets', 'literals and references that are secrets'],
  kubernetes: ['Kubernetes', 'what several components share'],
  constructs: ['Constructs', 'what all components have in common'],
};

const OF_CONSTRUCTS: Readonly<Record<string, string>> = { release: 'jupyterhub', 'helm-values-props': 'jupyterhub' };

/** The page that describes what a source file declares. */
function pageOf(file: string): string {
  const [, room = '', ...rest] = file.replace(/\.ts$/, '').split('/');
  const [first = ''] = rest;
  if (room === 'constructs') return OF_CONSTRUCTS[first] ?? (first in PAGES ? first : 'constructs');
  if (room === 'options') return rest.length > 1 ? first : 'jupyterhub';
  return room;
}

/** Classes come first, then what they take. */
function order(type: spec.Type): string {
  return `${spec.isClassType(type) ? 0 : spec.isEnumType(type) ? 2 : 1} ${type.name}`;
}

/** The pages that describe the types of an assembly, by file name. */
export function apiPages(types: Readonly<Record<string, spec.Type>>): ReadonlyMap<string, string> {
  const all = Object.values(types).sort((one, other) => (order(one) < order(other) ? -1 : 1));
  const homes = new Map(all.map((type) => [type.name, pageOf(type.locationInModule?.filename ?? '')]));
  for (const [name, home] of homes) if (!(home in PAGES)) throw new Error(`${name}: there is no page ${home}`);
  const from =
    (page: string): Locate =>
    (name) => {
      const home = homes.get(name);
      return home && `${home === page ? '' : `${home}.md`}#${name.toLowerCase()}`;
    };
  const files = Object.entries(PAGES).map(([page, [title, about]]): [string, string] => {
    const sections = all.filter(({ name }) => homes.get(name) === page).map((type) => section(type, types, from(page)));
    return [`${page}.md`, `# ${title}\n\nOf [the API](README.md): ${about}.\n${sections.join('\n')}\n`];
  });
  return new Map([['README.md', index(all, homes, from(''))], ...files]);
}

function index(all: readonly spec.Type[], homes: ReadonlyMap<string, string>, locate: Locate): string {
  const rows = Object.entries(PAGES).map(([page, [title, about]]) => {
    const types = all.filter(({ name }) => homes.get(name) === page);
    return [`[${title}](${page}.md)`, about, types.map(({ name }) => link(name, locate)).join(', ')];
  });
  const values = all.filter((type) => !spec.isInterfaceType(type)).map(({ name }) => name);
  const head = '# API\n\nEvery class, option and default, by component. These pages are generated from the source.';
  return [head, ...table(['page', 'about', 'types'], rows), '', ...startOfExamples(values), ''].join('\n');
}

/** What the programs of docstrings begin with. */
function startOfExamples(names: readonly string[]): readonly string[] {
  return [
    'Examples on these pages begin with these lines, and end with `app.synth();`:',
    '',
    '```ts start',
    "import { App, Duration, Size } from 'cdk8s';",
    `import {\n  ${[...names].sort().join(',\n  ')},\n} from 'cdk8s-jupyterhub';`,
    "import * as kplus from 'cdk8s-plus-28';",
    '',
    'const app = new App();',
    'const authenticator = Authenticator.tmp({ allow: Allow.all() });',
    '```',
  ];
}
