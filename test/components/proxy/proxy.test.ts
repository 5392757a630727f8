import { parse } from 'yaml';
import { Data, find, object, objects, podSpec, secretText } from '../../support/objects';

const chp = (values?: string) => podSpec('Deployment', 'proxy', values).containers[0];
const publicPorts = (values?: string) => object('Service', 'proxy-public', values).spec.ports;

test('routes to the hub by its Service', () => {
  expect(chp().command).toContain('--default-target=http://hub:$(HUB_SERVICE_PORT)');
  expect(chp().command).toContain('--error-target=http://hub:$(HUB_SERVICE_PORT)/hub/error');
});

test('routes to the hub under its prefixed name', () => {
  expect(podSpec('Deployment', 'x-proxy', 'fullnameOverride: x').containers[0].command).toContain(
    '--default-target=http://x-hub:$(X_HUB_SERVICE_PORT)',
  );
});

test.each([
  ['proxy: {chp: {defaultTarget: "http://a"}}', '--default-target=http://a'],
  ['proxy: {chp: {errorTarget: "http://e"}}', '--error-target=http://e'],
  ['proxy: {chp: {extraCommandLineFlags: ["--x={{ .Release.Namespace }}"]}}', '--x=jhub'],
  ['debug: {enabled: true}', '--log-level=debug'],
  ['hub: {config: {JupyterHub: {subdomain_host: "https://h"}}}', '--host-routing'],
])('%s adds %s', (values, flag) => {
  expect(chp(values).command).toContain(flag);
});

test('a given certificate is served, from a Secret of its own', () => {
  const values = 'proxy: {https: {enabled: true, type: manual, manual: {key: K, cert: C}}}';
  expect(chp(values).command).toContain('--ssl-key=/etc/chp/tls/tls.key');
  expect(chp(values).livenessProbe.httpGet).toEqual({ path: '/_chp_healthz', port: 'https', scheme: 'HTTPS' });
  const secret = object('Secret', 'proxy-public-manual-tls', values);
  expect([secret.type, secretText(secret, 'tls.key'), secretText(secret, 'tls.crt')]).toEqual([
    'kubernetes.io/tls',
    'K',
    'C',
  ]);
});

test('starts again with another certificate, and nothing readable tells of its key', () => {
  const template = (key: string, cert: string) =>
    object('Deployment', 'proxy', `proxy: {https: {enabled: true, type: manual, manual: {key: ${key}, cert: ${cert}}}}`)
      .spec.template;
  expect(template('K', 'C')).not.toEqual(template('K', 'D'));
  expect(template('K', 'C')).toEqual(template('L', 'C'));
});

test('a certificate in a Secret is served under the keys it has', () => {
  const values = 'proxy: {https: {enabled: true, type: secret, secret: {name: s, key: k, crt: c}}}';
  expect(chp(values).command).toContain('--ssl-cert=/etc/chp/tls/c');
  expect(podSpec('Deployment', 'proxy', values).volumes).toEqual([{ name: 'tls-secret', secret: { secretName: 's' } }]);
});

test('offloaded HTTPS arrives at the port for HTTP', () => {
  expect(publicPorts('proxy: {https: {enabled: true, type: offload}}')).toEqual([
    { name: 'https', port: 443, targetPort: 'http' },
    { name: 'http', port: 80, targetPort: 'http' },
  ]);
});

test('the public Service has the ports that are asked for', () => {
  const values =
    'proxy: {service: {type: NodePort, disableHttpPort: false, nodePorts: {http: 30080}, extraPorts: [{name: x, port: 1}]}}';
  expect(publicPorts(values)).toEqual([
    { name: 'http', port: 80, targetPort: 'http', nodePort: 30080 },
    { name: 'x', port: 1 },
  ]);
  expect(publicPorts('proxy: {service: {disableHttpPort: true}}')).toEqual([]);
});

test('node port 0 leaves the choice to the cluster', () => {
  const values = 'proxy: {https: {enabled: true, type: offload}, service: {nodePorts: {http: 0, https: 0}}}';
  expect(publicPorts(values).map(({ nodePort }: Data) => nodePort)).toEqual([undefined, undefined]);
});

test('source ranges are for a load balancer only', () => {
  const ranges = (type: string) =>
    object('Service', 'proxy-public', `proxy: {service: {type: ${type}, loadBalancerSourceRanges: [10.0.0.0/8]}}`).spec
      .loadBalancerSourceRanges;
  expect([ranges('LoadBalancer'), ranges('ClusterIP')]).toEqual([['10.0.0.0/8'], undefined]);
});

describe('autohttps', () => {
  const values = (more = '') =>
    `proxy: {https: {enabled: true, hosts: [a.org, b.org], letsencrypt: {contactEmail: me@a.org}}${more}}`;
  const config = (file: string, more = '') => parse(object('ConfigMap', 'autohttps', values(more)).data[file]);

  test('is there only for hosts', () => {
    expect(find(objects('proxy: {https: {enabled: true}}'), 'Deployment', 'autohttps')).toBeUndefined();
    expect(find(objects(values()), 'Deployment', 'autohttps')).toBeDefined();
  });

  test('takes the users in', () => {
    expect(object('Service', 'proxy-public', values()).spec.selector.component).toBe('autohttps');
  });

  test('asks for certificates of the hosts', () => {
    expect(config('traefik.yaml').certificatesResolvers.default.acme.email).toBe('me@a.org');
    expect(config('dynamic.yaml').http.routers.default.tls.domains).toEqual([{ main: 'a.org' }, { main: 'b.org' }]);
  });

  test('lays extra configuration over its own', () => {
    const more = ', traefik: {extraStaticConfig: {log: {level: ERROR}}, hsts: {maxAge: 5}}';
    expect(config('traefik.yaml', more).log.level).toBe('ERROR');
    expect(config('dynamic.yaml', more).http.middlewares.hsts.headers.stsSeconds).toBe(5);
  });

  test('restarts for the static configuration only', () => {
    const checksum = (more: string) =>
      object('Deployment', 'autohttps', values(more)).spec.template.metadata.annotations['checksum/static-config'];
    expect(checksum('')).toBe(checksum(', traefik: {hsts: {maxAge: 5}}'));
    expect(checksum('')).not.toBe(checksum(', traefik: {extraStaticConfig: {a: 1}}'));
  });
});
