import { parse } from 'yaml';
import { program } from '../../../lib/cli/convert/program';
import { propsFromHelmValues } from '../../../lib/rules/values';

/** The program for values of the chart, on one line. */
function converted(values: string): string {
  const input = { release: 'jhub', namespace: 'jhub', values: parse(values) as unknown };
  const { code } = program(
    propsFromHelmValues(input, () => undefined),
    { file: 'secrets.yaml' },
    [],
  );
  return code.replace(/\s+/g, ' ');
}

const AUTHENTICATOR = (name: string, traits = '') =>
  `hub: {config: {JupyterHub: {authenticator_class: ${name}}${traits && `, ${traits}`}}}`;

test('leaves out what is the default anyway', () => {
  const code = converted('{cull: {enabled: true, every: 600}, singleuser: {startTimeout: 300, memory: {limit: 2G}}}');
  expect(code).toContain("spawner: { memory: { limit: '2G' } }, });");
  expect(code).not.toContain('culling');
});

test.each([
  ['hub: {db: {type: sqlite-memory}}', 'db: Database.inMemory()'],
  [
    'hub: {db: {type: postgres, url: "postgresql+psycopg2://me@db:5432/hub", password: s3cret}}',
    "db: Database.postgres({ host: 'db', user: 'me', database: 'hub', port: 5432, password: SecretValue.fromFile('secrets.yaml', 'hub.db.password'), })",
  ],
  [
    'hub: {db: {type: postgres, url: "postgresql://me@db/hub"}}',
    "db: { type: DatabaseType.POSTGRES, url: 'postgresql://me@db/hub' }",
  ],
  [
    'proxy: {service: {type: ClusterIP}}\ningress: {enabled: true, hosts: [a.org], tls: [{hosts: [a.org], secretName: t}]}',
    "exposure: Exposure.ingress({ host: 'a.org', tlsSecret: 't' })",
  ],
  // An Ingress beside a load balancer is more than the factory says.
  ['ingress: {enabled: true, hosts: [a.org]}', "exposure: { ingress: { enabled: true, hosts: ['a.org'] } }"],
  ['singleuser: {storage: {type: none}}', 'storage: Storage.none()'],
  ['singleuser: {storage: {capacity: 5Gi}}', "storage: Storage.dynamic({ capacity: '5Gi' })"],
  [AUTHENTICATOR('github'), 'Authenticator.gitHub({ allow: Allow.nobody() })'],
  [
    AUTHENTICATOR('github', 'GitHubOAuthenticator: {allowed_organizations: [o], scope: [read:org]}'),
    "Authenticator.gitHub({ allow: Allow.organizations('o') })",
  ],
  // The rule would ask for the scope of private memberships, which the values do not.
  [
    AUTHENTICATOR('github', 'GitHubOAuthenticator: {allowed_organizations: [o]}'),
    "Authenticator.gitHub({ allow: Allow.byTraits(), traits: { allowed_organizations: ['o'] } })",
  ],
  // It needs no rule to let people in.
  [AUTHENTICATOR('native'), 'Authenticator.native({ allow: Allow.byTraits() })'],
])('%s is written as %s', (values, expected) => {
  expect(converted(values)).toContain(expected);
});

test('a budget with both limits, which Kubernetes refuses, is converted as it is', () => {
  const text = converted('proxy: {chp: {defaultTarget: "http://a", pdb: {enabled: true, maxUnavailable: 1}}}');
  expect(text).toMatch(/minAvailable: 1/);
  expect(text).toMatch(/maxUnavailable: 1/);
});
