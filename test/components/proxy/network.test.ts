import { find, object, objects } from '../../support/objects';

const policy = (name: string, values?: string) => object('NetworkPolicy', name, values).spec;

test('an Ingress leads to the proxy under the base URL', () => {
  const values =
    'hub: {baseUrl: /b/}\ningress: {enabled: true, hosts: [h.org], ingressClassName: nginx, tls: [{hosts: [h.org], secretName: s}]}';
  const { spec } = object('Ingress', 'jupyterhub', values);
  expect(spec.rules).toEqual([
    {
      host: 'h.org',
      http: {
        paths: [
          { path: '/b/', pathType: 'Prefix', backend: { service: { name: 'proxy-public', port: { name: 'http' } } } },
        ],
      },
    },
  ]);
  expect([spec.ingressClassName, spec.tls[0].secretName]).toEqual(['nginx', 's']);
});

test('an Ingress without hosts takes any', () => {
  expect(object('Ingress', 'jupyterhub', 'ingress: {enabled: true}').spec.rules).toHaveLength(1);
});

test('an HTTPRoute leads to the proxy', () => {
  const { spec } = object(
    'HTTPRoute',
    'jupyterhub',
    'httpRoute: {enabled: true, hostnames: [h.org], gateway: {name: g, namespace: gw}}',
  );
  expect(spec).toEqual({
    parentRefs: [{ kind: 'Gateway', name: 'g', namespace: 'gw' }],
    hostnames: ['h.org'],
    rules: [{ backendRefs: [{ name: 'proxy-public', port: 80 }] }],
  });
});

test('users reach hub and proxy, and nothing private', () => {
  const { egress } = policy('singleuser');
  expect(egress.slice(0, 3).map(({ ports }: { ports: { port: number }[] }) => ports.map(({ port }) => port))).toEqual([
    [8081],
    [8000],
    [8080, 8443],
  ]);
  expect(egress.at(-1).to[0].ipBlock.except).toContain('169.254.169.254/32');
});

test('every ready-made egress rule can be switched off', () => {
  const off = 'cloudMetadataServer: false, dnsPortsCloudMetadataServer: false, dnsPortsKubeSystemNamespace: false';
  const values = `hub: {networkPolicy: {egressAllowRules: {${off}, dnsPortsPrivateIPs: false, nonPrivateIPs: false, privateIPs: false}}}`;
  expect(policy('hub', values).egress).toHaveLength(2);
});

test('rules of the user come last', () => {
  const values =
    'hub: {networkPolicy: {ingress: [{ports: [{port: 1}]}], egress: [{ports: [{port: 2}]}], allowedIngressPorts: [9]}}';
  const { ingress, egress } = policy('hub', values);
  expect([ingress[0], ingress.at(-1), egress.at(-1)]).toEqual([
    { ports: [{ port: 9 }] },
    { ports: [{ port: 1 }] },
    { ports: [{ port: 2 }] },
  ]);
});

test('pods of other namespaces come in where their labels are accepted', () => {
  const { from } = policy('hub', 'hub: {networkPolicy: {interNamespaceAccessLabels: accept}}').ingress[0];
  const matchLabels = { 'hub.jupyter.org/network-access-hub': 'true' };
  expect(from).toEqual([
    { podSelector: { matchLabels }, namespaceSelector: {} },
    { namespaceSelector: { matchLabels } },
  ]);
});

test('there is no policy that is switched off', () => {
  expect(find(objects('singleuser: {networkPolicy: {enabled: false}}'), 'NetworkPolicy', 'singleuser')).toBeUndefined();
});
