import { Data, find, object, objects } from '../../support/objects';
import { objectsOf } from '../../support/typed';

/** The Job for values of the chart. */
function job(values = ''): Data {
  return objects(values).find(
    ({ kind, metadata }) => kind === 'Job' && metadata.name.startsWith('hub-secret-bootstrap-'),
  );
}

function template(values = ''): Data {
  return job(values).spec.template;
}

describe('The Job that generates tokens runs where the hub runs:', () => {
  test('its requests are its limits, so that a ResourceQuota and a LimitRange take it', () => {
    const { requests, limits } = template().spec.containers[0].resources;
    expect(limits).toEqual({ cpu: '100m', memory: '128Mi' });
    expect(requests).toEqual(limits);
  });

  test('other resources take the place of these, none among them', () => {
    const resources = (given: Data) => {
      const made = objectsOf({ hub: { secretBootstrap: { resources: given } } });
      return (made.find(({ kind }) => kind === 'Job') as Data).spec.template.spec.containers[0].resources;
    };
    expect(resources({ requests: { memory: '256Mi' } })).toEqual({ requests: { memory: '256Mi' } });
    expect(resources({})).toBeUndefined();
  });

  test('as the same user, with the same rights on the node', () => {
    const { spec } = template(
      'hub: {podSecurityContext: {runAsUser: 1000660000, fsGroup: null}, containerSecurityContext: {runAsUser: null}}',
    );
    expect(spec.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 1000660000,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(spec.containers[0].securityContext).toEqual({
      runAsGroup: 1000,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('on the same nodes, with the same secrets of registries', () => {
    const values = `
      imagePullSecrets: [ours]
      scheduling: {corePods: {tolerations: [{key: core}], nodeAffinity: {matchNodePurpose: require}}}
      hub: {nodeSelector: {disk: ssd}, tolerations: [{key: hub}], image: {pullSecrets: [its]}}`;
    const [ofJob, ofHub] = [template(values).spec, object('Deployment', 'hub', values).spec.template.spec];
    for (const field of ['nodeSelector', 'tolerations', 'affinity', 'imagePullSecrets', 'priorityClassName'])
      expect([field, ofJob[field]]).toEqual([field, ofHub[field]]);
  });

  test("with the labels of the hub's pod that the component itself does not need", () => {
    const { labels } = template('hub: {labels: {cost-centre: "7", component: other}}').metadata;
    expect(labels).toMatchObject({ 'cost-centre': '7', component: 'secret-bootstrap' });
    expect(template('hub: {annotations: {a: b}}').metadata.annotations).toBeUndefined();
  });

  test('with what extraPodSpec says about the pod, and not about containers, volumes and account', () => {
    const about = `
      runtimeClassName: gvisor
      hostAliases: [{ip: 10.0.0.1, hostnames: [a]}]
      dnsPolicy: None
      schedulerName: ours
      nodeSelector: {zone: a}`;
    const own = `
      containers: []
      initContainers: [{name: wait, image: i}]
      volumes: [{name: more, emptyDir: {}}]
      restartPolicy: Always
      serviceAccountName: other
      automountServiceAccountToken: false
      hostname: hub`;
    const { spec } = template(`hub: {nodeSelector: {disk: ssd}, extraPodSpec: {${flow(about)}, ${flow(own)}}}`);
    expect(spec).toMatchObject({
      runtimeClassName: 'gvisor',
      hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }],
      dnsPolicy: 'None',
      schedulerName: 'ours',
      nodeSelector: { zone: 'a' },
      restartPolicy: 'OnFailure',
      serviceAccountName: 'hub-secret-bootstrap',
    });
    expect(spec.containers).toHaveLength(1);
    expect(spec.volumes).toEqual([{ name: 'script', configMap: { name: 'hub-secret-bootstrap' } }]);
    for (const field of ['initContainers', 'automountServiceAccountToken', 'hostname'])
      expect([field, spec[field]]).toEqual([field, undefined]);
  });

  test("with the hub's account where no account is to be made", () => {
    const values = 'hub: {serviceAccount: {create: false, name: ours}}';
    expect(template(values).spec.serviceAccountName).toBe('ours');
    expect(find(objects(values), 'ServiceAccount', 'hub-secret-bootstrap')).toBeUndefined();
    expect(object('RoleBinding', 'hub-secret-bootstrap', values).subjects).toEqual([
      { kind: 'ServiceAccount', name: 'ours', namespace: 'jhub' },
    ]);
  });
});

describe('Its NetworkPolicy', () => {
  const policy = (values = '') => find(objects(values), 'NetworkPolicy', 'hub-secret-bootstrap');

  test('lets nobody in, and out to where the hub may go, but for proxy and users', () => {
    const { podSelector, policyTypes, ingress, egress } = policy().spec;
    expect(podSelector.matchLabels).toMatchObject({ component: 'secret-bootstrap', release: 'jhub' });
    expect(template().metadata.labels).toMatchObject(podSelector.matchLabels);
    expect([policyTypes, ingress]).toEqual([['Ingress', 'Egress'], undefined]);
    const ofHub = object('NetworkPolicy', 'hub').spec.egress;
    expect(egress).toEqual(ofHub.filter(({ to }: Data) => !JSON.stringify(to).includes('podSelector')));
  });

  test("has the hub's own rules of egress, and none of ingress", () => {
    const { ingress, egress } = policy(`
      hub:
        networkPolicy:
          ingress: [{ports: [{port: 9}]}]
          allowedIngressPorts: [10]
          egress: [{to: [{ipBlock: {cidr: 10.97.0.1/32}}], ports: [{port: 6443}]}]
          egressAllowRules: {cloudMetadataServer: false, dnsPortsCloudMetadataServer: false, dnsPortsKubeSystemNamespace: false,
            dnsPortsPrivateIPs: false, nonPrivateIPs: false, privateIPs: false}`).spec;
    expect(ingress).toBeUndefined();
    expect(egress).toEqual([{ to: [{ ipBlock: { cidr: '10.97.0.1/32' } }], ports: [{ port: 6443 }] }]);
  });

  test('is there where the hub has one, and a Job', () => {
    expect(policy('hub: {networkPolicy: {enabled: false}}')).toBeUndefined();
    expect(job()).toBeDefined();
  });
});

/** Lines of a map as they stand between braces. */
function flow(lines: string): string {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(', ');
}
