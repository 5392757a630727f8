import { Testing } from 'cdk8s';
import { Namespaces, NetworkPolicyIpBlock, Pods } from 'cdk8s-plus-28';
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
