import { propsFromHelmValues } from '../../lib/rules/values';

/** The warnings about values, in lines. */
function warningsOf(values: object): string[] {
  const lines: string[] = [];
  propsFromHelmValues({ release: 'jhub', namespace: 'jhub', values }, (line) => lines.push(line));
  return lines.filter((line) => line.includes('Kubernetes refuses'));
}

test.each<[string, object, string]>([
  [
    'a host name that was not filled in',
    { ingress: { enabled: true, hosts: ['${host}'] } },
    `ingress.hosts[0]: "\${host}" is no host name: Kubernetes refuses the Ingress; a host name has lower-case letters, digits, '-' and '.', without scheme, port and path [hosts/ingress-host]`,
  ],
  [
    'a host name in capitals, in a certificate',
    { ingress: { enabled: true, tls: [{ secretName: 's', hosts: ['a.example.org', 'js-XX.example.org'] }] } },
    'ingress.tls[0].hosts[1]: "js-XX.example.org" is no host name',
  ],
  [
    'a budget with two limits, one of them the default',
    { hub: { pdb: { enabled: true, maxUnavailable: 1 } } },
    'hub.pdb.maxUnavailable: stands beside minAvailable: Kubernetes refuses the PodDisruptionBudget; set one of them to null [objects/budget-with-two-limits]',
  ],
  [
    'two mounts at one place',
    {
      hub: {
        extraFiles: { a: { mountPath: '/a', stringData: 'x' } },
        extraVolumes: [{ name: 'v', emptyDir: {} }],
        extraVolumeMounts: [{ name: 'v', mountPath: '/a' }],
      },
    },
    'hub.extraVolumeMounts[0].mountPath: something is mounted at /a already: Kubernetes refuses the hub; give each a path of its own [objects/hub-mounts]',
  ],
  [
    'a policy of IP families that there is not',
    { proxy: { service: { ipFamilyPolicy: 'DualStack' } } },
    'proxy.service.ipFamilyPolicy: must be SingleStack, PreferDualStack or RequireDualStack, but is "DualStack": Kubernetes refuses the Service [objects/ip-family-policy]',
  ],
])('warns of %s', (_, values, warning) => {
  expect(warningsOf(values)).toEqual([expect.stringContaining(warning)]);
});

test.each<[string, object]>([
  ['a wildcard as a host name', { ingress: { enabled: true, hosts: ['*.example.org', 'a', ''] } }],
  ['an Ingress that is not made', { ingress: { hosts: ['${host}'] } }],
  ['a budget with one limit', { hub: { pdb: { enabled: true, maxUnavailable: 1, minAvailable: null } } }],
  ['a budget that is not made', { hub: { pdb: { maxUnavailable: 1 } } }],
  [
    'two mounts at two places',
    {
      hub: {
        extraVolumes: [{ name: 'v', emptyDir: {} }],
        extraVolumeMounts: [
          { name: 'v', mountPath: '/a' },
          { name: 'v', mountPath: '/b' },
        ],
      },
    },
  ],
  ['IP families', { hub: { service: { ipFamilyPolicy: 'PreferDualStack' } } }],
])('does not warn of %s', (_, values) => {
  expect(warningsOf(values)).toEqual([]);
});
