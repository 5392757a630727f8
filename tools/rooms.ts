/** A folder of `lib/`, or one of the two files that stand there by themselves. */
export interface Room {
  readonly name: string;
  readonly holds: string;
}

/**
 * The plan of `lib/`, from the top floor to the ground. A room imports only from the floors below its own; rooms of one floor do not know
 * each other. docs/explanation.md shows this list, test/rooms.test.ts holds the imports to it.
 */
export const FLOORS: readonly (readonly Room[])[] = [
  [{ name: 'index.ts', holds: 'what the package exports' }],
  [
    {
      name: 'constructs',
      holds: 'the constructs of cdk8s: a hub with its components, collisions of names, network peers',
    },
    { name: 'cli', holds: 'the command line; it loads neither cdk8s nor constructs, as it has to start quickly' },
  ],
  [
    {
      name: 'review',
      holds: 'what a change of manifests does: effects of each object that changes, as Markdown and JSON',
    },
  ],
  [{ name: 'rules', holds: 'what is wrong with the options of a release, for values and programs alike' }],
  [
    {
      name: 'hubs',
      holds: 'hubs as plain manifests describe them: those of the library, and those that the chart renders',
    },
  ],
  [
    {
      name: 'user-pods',
      holds: 'the pods and claims that KubeSpawner asks for, computed from traits; `python/` is what it has of Python',
    },
  ],
  [{ name: 'values', holds: 'from `config.yaml` to options: `read/` reads the files, `check/` checks them' }],
  [
    {
      name: 'components',
      holds:
        "manifests and JupyterHub's configuration, a folder for each component; `hub/files/` is the Python of the hub's pod",
    },
  ],
  [{ name: 'release', holds: 'one complete release: names, labels, traits, keys of Secrets' }],
  [{ name: 'chart', holds: 'the words of zero-to-jupyterhub: keys, their types and defaults, and their options' }],
  [
    {
      name: 'options',
      holds: 'properties, defaults and factories, a folder for each component; `wire/` converts them',
    },
  ],
  [
    { name: 'kubernetes', holds: 'what any application could use: manifests, network policies, variables, images' },
    {
      name: 'jupyterhub',
      holds:
        'what JupyterHub and its packages can be configured with; `tables/` is generated from them by `npm run traits`',
    },
  ],
  [{ name: 'secrets', holds: 'literals and references that are secrets' }],
  [
    { name: 'data', holds: 'maps, YAML, TOML, checksums' },
    { name: 'version.ts', holds: 'versions of the library, the chart and JupyterHub' },
  ],
];

/** The rooms, a line for each, as docs/explanation.md shows them. */
export function picture(floors = FLOORS): string {
  const rows = floors.flatMap((rooms, floor) =>
    rooms.map(
      ({ name, holds }) => `| ${floors.length - floor} | \`lib/${name}${name.includes('.') ? '' : '/'}\` | ${holds} |`,
    ),
  );
  return ['| floor | room | what it holds |', '| --- | --- | --- |', ...rows].join('\n');
}
