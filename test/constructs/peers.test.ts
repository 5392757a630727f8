import { Testing } from 'cdk8s';
import { Deployment, Namespaces, NetworkPolicy, NetworkPolicyIpBlock, NetworkPolicyPort, Pods } from 'cdk8s-plus-28';
import { Data } from '../support/objects';
import { jupyterhub, written } from '../support/program';

test('peers of cdk8s-plus are let in and out', () => {
  const chart = Testing.chart();
  const hub = jupyterhub();
  const namespaces = Namespaces.select(chart, 'namespaces', { labels: { team: 'a' } });
  hub.hub.allowFrom(Pods.select(chart, 'pods', { labels: { app: 'b' }, namespaces }), 8081);
  hub.spawner.allowTo(NetworkPolicyIpBlock.ipv4(chart, 'block', '10.1.0.0/16'));
  hub.proxy.allowFrom(Pods.select(chart, 'named', { namespaces: Namespaces.select(chart, 'n', { names: ['x'] }) }));
  expect(written(hub, 'NetworkPolicy', 'hub').spec.ingress).toContainEqual({
    from: [{ podSelector: { matchLabels: { app: 'b' } }, namespaceSelector: { matchLabels: { team: 'a' } } }],
    ports: [{ port: 8081 }],
  });
  expect(written(hub, 'NetworkPolicy', 'singleuser').spec.egress).toContainEqual({
    to: [{ ipBlock: { cidr: '10.1.0.0/16' } }],
  });
  expect(JSON.stringify(written(hub, 'NetworkPolicy', 'proxy').spec.ingress)).toContain(
    '"namespaceSelector":{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"In","values":["x"]}]}',
  );
});

test('components are peers of NetworkPolicies of cdk8s-plus', () => {
  const chart = Testing.chart();
  const hub = jupyterhub();
  const policy = new NetworkPolicy(chart, 'policy', {
    selector: Pods.select(chart, 'mine', { labels: { app: 'mine' } }),
  });
  policy.addEgressRule(hub.hub, [NetworkPolicyPort.tcp(8081)]);
  policy.addIngressRule(hub.proxy);
  policy.addIngressRule(hub.spawner);
  const match = (component: string) => ({
    podSelector: { matchLabels: { app: 'jupyterhub', component, release: 'jhub' } },
  });
  const [{ spec }] = Testing.synth(chart) as { spec: { egress: unknown; ingress: unknown } }[];
  expect(spec.egress).toEqual([{ ports: [{ port: 8081, protocol: 'TCP' }], to: [match('hub')] }]);
  expect(spec.ingress).toMatchObject([{ from: [match('proxy')] }, { from: [match('singleuser-server')] }]);
});

test('a Deployment of a service has what its program needs', () => {
  const chart = Testing.chart();
  const hub = jupyterhub({ hub: { baseUrl: '/b' } });
  const service = hub.hub.addService('reporting', { scopes: ['list:users'] });
  const { env, apiUrl, prefix, oauthClientId } = service;
  new Deployment(chart, 'deployment', { containers: [{ image: 'i:1', envVariables: env }] });
  expect([apiUrl, prefix, oauthClientId]).toEqual([
    'http://hub.jhub:8081/b/hub/api',
    '/b/services/reporting/',
    'service-reporting',
  ]);
  const [deployment] = Testing.synth(chart) as Data[];
  expect(deployment.spec.template.spec.containers[0].env).toContainEqual({
    name: 'JUPYTERHUB_API_TOKEN',
    valueFrom: { secretKeyRef: { name: 'hub', key: 'hub.services.reporting.apiToken' } },
  });
});
