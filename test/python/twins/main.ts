// main.ts FOLDER: writes the hubs of test/types, and of all that Kubernetes' structs can have, as programs in Python, once with structs as dictionaries
// and once as objects of their classes, with what the same programs give in TypeScript. Fails where a member of a struct is in none of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App } from 'cdk8s';
import { Allow, Authenticator, JupyterHub, JupyterHubProps, Storage } from '../../../lib';
import { membersOf, OWN, ownStructs, withBases } from './assembly';
import { kubernetesOptions } from './kubernetes';
import { record, Recorded } from './recorder';
import { runRows } from './rows';
import { Form, PythonSource } from './source';

const FORMS: readonly Form[] = ['dictionaries', 'classes'];

/** What no program here has, and why. */
const NOT_HERE: Record<string, string> = {
  HelmValuesProps: 'has no structs in it: test_language.py',
  'CiLogonAuthenticatorProps.usernameClaim': 'is refused: each identity provider has its own',
  'Lti11AuthenticatorProps.autoLogin': 'is refused: users are always sent on at once',
};

/** What no row has of a struct, as all rows of it have it alike or none can have it by itself. */
function withoutRows(): Partial<JupyterHubProps>[] {
  const volumes = {
    extraVolumes: [{ name: 'shared', persistentVolumeClaim: { claimName: 'shared' } }],
    extraVolumeMounts: [{ name: 'shared', mountPath: '/shared', readOnly: true }],
  };
  return [
    { suppressions: [{ id: 'access/everybody', reason: 'a workshop', path: 'authenticator' }] },
    { spawner: { storage: Storage.dynamic(volumes) } },
    { spawner: { storage: Storage.static({ pvcName: 'homes', ...volumes }) } },
  ];
}

interface Twin {
  readonly programs: Record<Form, string>;
  readonly manifests: unknown;
  /** Whether validation refuses the hub, so that its objects are looked at one by one. */
  readonly isRefused: boolean;
}

/** The body of a function that makes a hub in Python. */
function programOf({ props, added }: Recorded, source: PythonSource): string {
  const lines = [`hub = JupyterHub(app, "jhub", ${source.keywords(props, `${OWN}JupyterHubProps`).join(', ')})`];
  for (const { to, call } of added) lines.push(source.call(`hub.${to}`, call));
  return [...lines, 'return hub'].map((line) => `    ${line}\n`).join('');
}

function hubOf({ props, added }: Recorded): JupyterHub {
  const hub = new JupyterHub(new App(), 'jhub', props);
  for (const { to, call } of added) {
    const component = hub[to] as unknown as Record<string, (...args: readonly unknown[]) => void>;
    component[call.method](...call.args);
  }
  return hub;
}

function manifestsOf(hub: JupyterHub): Pick<Twin, 'manifests' | 'isRefused'> {
  try {
    return { manifests: hub.toJson(), isRefused: false };
  } catch {
    const objects = hub.node.findAll().filter((one) => ApiObject.isApiObject(one));
    return { manifests: objects.map((one) => one.toJson() as unknown), isRefused: true };
  }
}

const seen = new Set<string>();

/** The twins of a hub, where it has what no other one before it has. */
function twinOf(recorded: Recorded): Twin[] {
  const sources = FORMS.map((form) => new PythonSource(form));
  const [dictionaries, classes] = sources.map((source) => programOf(recorded, source));
  const fresh = [...sources[0].members].filter((member) => !seen.has(member));
  if (!fresh.length) return [];
  fresh.forEach((member) => seen.add(member));
  return [{ programs: { dictionaries, classes }, ...manifestsOf(hubOf(recorded)) }];
}

/** Members of the package's structs that no program has. */
function missing(): string[] {
  const structs = ownStructs();
  const has = (struct: string, member: string) =>
    structs.some((other) => withBases(other).includes(struct) && seen.has(`${other}.${member}`));
  return structs
    .flatMap((struct) =>
      [...membersOf(struct).keys()].filter((member) => !has(struct, member)).map((member) => `${struct}.${member}`),
    )
    .map((name) => name.slice(OWN.length))
    .filter((name) => !(name in NOT_HERE) && !(name.split('.')[0] in NOT_HERE));
}

const HEAD = `import cdk8s
import cdk8s_plus_28 as kplus
from cdk8s_plus_28 import k8s
from cdk8s_jupyterhub import *
`;

function write(folder: string, twins: readonly Twin[]): void {
  mkdirSync(folder, { recursive: true });
  for (const form of FORMS) {
    const hubs = twins.map(
      ({ programs }, index) => `\n\ndef hub_${index}(app: cdk8s.App) -> JupyterHub:\n${programs[form]}`,
    );
    writeFileSync(join(folder, `${form}.py`), HEAD + hubs.join(''));
  }
  writeFileSync(
    join(folder, 'expected.json'),
    JSON.stringify(twins.map(({ manifests, isRefused }) => ({ manifests, isRefused }))),
  );
}

async function main(): Promise<void> {
  const hubs = record();
  await runRows();
  const base: JupyterHubProps = { namespace: 'jhub', authenticator: Authenticator.tmp({ allow: Allow.all() }) };
  const others = [...withoutRows(), ...(kubernetesOptions() as Partial<JupyterHubProps>[])];
  const all = [...hubs, ...others.map((props): Recorded => ({ props: { ...base, ...props }, added: [] }))];
  write(process.argv[2], all.flatMap(twinOf));
  const lost = missing();
  if (lost.length) throw new Error(`no program has\n${lost.join('\n')}`);
}

void main();
