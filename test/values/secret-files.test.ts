// test/slow/secrets.mjs does the same for every reference case.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { JupyterHub } from '../../lib';
import { Installation } from '../../lib/release/installation';
import { Manifest } from '../../lib/kubernetes/manifest';
import { releaseManifests } from '../../lib/components/manifests';
import { propsFromHelmValues } from '../../lib/rules/values';
import { Data, find, secretText } from '../support/objects';

const folder = mkdtempSync(join(tmpdir(), 'secret-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MARKER = 'pl4nted';
const CERTIFICATE = 'https: {enabled: true, type: manual, hosts: [h], manual: {cert: c}}';

/** All objects for a values file and a secret file; warnings count as readable. */
function objects(values: string, secrets: string): { all: Manifest[]; warnings: string } {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const files = [write('values.yaml', values)];
  const secretFiles = [write('secrets.yaml', secrets)];
  const warnings: string[] = [];
  const props = propsFromHelmValues({ release: 'jhub', namespace: 'jhub', files, secretFiles }, (text) =>
    warnings.push(text),
  );
  return { all: [...releaseManifests(new Installation(props))], warnings: warnings.join('\n') };
}

/** All that is no Secret, without the checksums of four digits. */
function readable({ all, warnings }: ReturnType<typeof objects>): string {
  const others = JSON.stringify(all.filter(({ kind }) => kind !== 'Secret'));
  return warnings + others.replace(/("checksum\/[\w-]+":)"[0-9a-f]{4}"/g, '$1""');
}

test.each([
  ['a token', 'hub: {services: {a.b: {apiToken: MARKER}}}'],
  ['traits', 'hub: {config: {A: {b: MARKER, c: [MARKER], d: {e: {f: MARKER}}}}}'],
  ['the keys of tokens', 'hub: {config: {JupyterHub: {api_tokens: {MARKER: a}, service_tokens: {MARKER: b}}}}'],
  ['code with a dot in its name', 'hub: {extraConfig: {my.py: "a = \'MARKER\'"}}'],
  ['variables', 'hub: {extraEnv: {A: MARKER, B: {value: MARKER}}}'],
  ['files', 'hub: {extraFiles: {a: {stringData: MARKER}}}'],
  ['the key of a certificate', 'proxy: {https: {manual: {key: MARKER}}}'],
  ['credentials of a registry', 'imagePullSecret: {username: MARKER, password: MARKER, email: MARKER}'],
  ['profiles', 'singleuser: {profileList: [{display_name: A, kubespawner_override: {environment: {A: MARKER}}}]}'],
  ['init containers of users', 'singleuser: {initContainers: [{name: a, image: i, env: [{name: A, value: MARKER}]}]}'],
  ['labels of users', 'singleuser: {extraLabels: {a: MARKER}}'],
  ['data that code asks for', 'custom: {a: [{b: MARKER}]}'],
])('%s of a secret file: in Secrets only, and nothing else depends on it', (_, secrets) => {
  const values = `
    hub: {extraConfig: {a: get_config("custom")}, extraFiles: {a: {mountPath: /a}}}
    proxy: {${CERTIFICATE}}
    imagePullSecret: {create: true, registry: r, username: u, password: p}`;
  const withKey = secrets.includes('https') ? values : values.replace('cert: c', 'cert: c, key: k');
  const complete = secrets.includes('extraFiles')
    ? withKey
    : withKey.replace('mountPath: /a', 'mountPath: /a, stringData: s');
  const [one, two] = [MARKER, 'another_and_longer'].map((marker) =>
    objects(complete, secrets.replace(/MARKER/g, marker)),
  );
  expect(readable(one)).not.toContain(MARKER);
  expect(readable(one)).toBe(readable(two));
});

test('a number of a secret file is a secret too, but where only numbers go', () => {
  const secrets = `
    hub: {config: {A: {pin: 471147, list: [471147]}}, templateVars: {a: 471147}}
    custom: {a: 471147}
    singleuser: {uid: 1234, cpu: {limit: 3}}`;
  const found = objects('hub: {extraConfig: {a: get_config("custom")}}', secrets);
  expect(readable(found)).not.toContain('471147');
  expect(readable(found)).toContain('uid: 1234');
  expect(refusal('', 'singleuser: {extraNodeAffinity: {required: [{a: 471147}]}}')).toContain(
    'comes from a secret file',
  );
});

test('the keys of tokens are secrets in any file', () => {
  const { all } = objects('hub: {config: {JupyterHub: {api_tokens: {pl4nted: a}}}}', '');
  expect(readable({ all, warnings: '' })).not.toContain(MARKER);
});

function refusal(values: string, secrets: string): string {
  try {
    objects(values, secrets);
  } catch (error) {
    return (error as Error).message.split(`${folder}/`).join('');
  }
  throw new Error('it was accepted');
}

test.each([
  [
    'an annotation',
    'hub: {annotations: {a: MARKER}}',
    'secrets.yaml:1:21: hub.annotations.a: comes from a secret file',
  ],
  [
    'a word that is not one of the choices',
    'hub: {deploymentStrategy: {type: MARKER}}',
    'hub.deploymentStrategy.type: comes',
  ],
  [
    'the class of the authenticator',
    'hub: {config: {JupyterHub: {authenticator_class: MARKER}}}',
    'authenticator_class: comes',
  ],
  ['the name of a service', 'hub: {services: {a: {name: MARKER}}}', 'hub.services.a.name: comes'],
  ['the names of a list of variables', 'hub: {extraEnv: [{name: MARKER, value: MARKER}]}', 'or give extraEnv as a map'],
  ['a wrong kind', 'hub: {cookieSecret: [MARKER]}', 'hub.cookieSecret: must be a string or null, but is a list'],
  [
    'an alias that was meant as text',
    'hub: {cookieSecret: *MARKER }',
    'hub.cookieSecret: YAML: no anchor stands before this alias',
  ],
  ['a template', 'hub: {args: ["{{ MARKER }}"], command: ["{{ MARKER"]}', 'secrets.yaml:1:14: hub.args[0]: comes'],
  ['a misspelt key', 'hub: {cookeSecret: MARKER}', 'hub.cookeSecret: unknown key; did you mean hub.cookieSecret?'],
  ['a broken file', 'hub: {cookieSecret: "MARKER', 'secrets.yaml:'],
])('%s of a secret file is refused without its value', (_, secrets, message) => {
  const text = refusal('', secrets.replace(/MARKER/g, MARKER));
  expect(text).toContain(message);
  expect(text).not.toContain(MARKER);
});

test('of a value that is wrong, one thing is told', () => {
  expect(refusal('', 'hub: {cookeSecret: a, args: ["{{ b }}"]}').split('\n')).toHaveLength(2);
});

test('a choice of the chart is no secret', () => {
  const { all } = objects('', 'singleuser: {storage: {type: none}}');
  expect(JSON.stringify(find(all, 'ConfigMap', 'hub').data)).not.toContain('storage_pvc_ensure');
});

test('a credential in a list of variables is known by its name', () => {
  const { all } = objects(
    'hub: {extraEnv: [{name: A, value: open}, {name: DB_PASSWORD, value: pl4nted}], extraConfig: {a: get_config("hub")}}',
    '',
  );
  expect(readable({ all, warnings: '' })).not.toContain(MARKER);
  expect(secretText(find(all, 'Secret', 'hub-literals') as Data, 'hub.extraEnv.DB_PASSWORD')).toBe(MARKER);
});

test('a warning of a profile whose name is a secret does not stop the synth', () => {
  const values = join(folder, 'profiles.yaml');
  writeFileSync(values, 'singleuser: {profileList: [{display_name: pl4nted, kubespawner_override: {nothing: 1}}]}');
  const app = Testing.app();
  JupyterHub.fromHelmValues(app, 'jhub', { namespace: 'jhub', secretFiles: [values] });
  expect(() => app.synth()).not.toThrow();
});
