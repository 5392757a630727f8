import { Size } from 'cdk8s';
import { Cpu, ImagePullPolicy } from 'cdk8s-plus-28';
import {
  EgressAllowRules,
  ImageProps,
  InterNamespaceAccessLabels,
  JupyterHubProps,
  NetworkPolicyProps,
  PodDisruptionBudgetProps,
  ProbeProps,
  ResourcesProps,
  ServiceAccountProps,
} from '../../lib';
import { at, container, gone, has, items, lacks, made, pod, row, Table } from './table';

const METADATA = '169.254.169.254/32';

/** Rows of an image, for the container at a path of a pod. */
export function imageOf(object: string, image: string, path = 'containers.0'): Table<ImageProps> {
  const [, name, tag] = /^(.*):([^:]*)$/.exec(image) ?? [];
  return {
    name: row('my.registry/mine', pod(object, `${path}.image`, `my.registry/mine:${tag}`)),
    tag: row('1.2.3', pod(object, `${path}.image`, `${name}:1.2.3`)),
    pullPolicy: row(ImagePullPolicy.ALWAYS, pod(object, `${path}.imagePullPolicy`, 'Always')),
    pullSecrets: row(['own'], pod(object, 'imagePullSecrets', [{ name: 'own' }])),
  };
}

/** Rows of what a container may use. */
export function resourcesOf(object: string, path = 'containers.0'): Table<ResourcesProps> {
  return {
    limits: row(
      { memory: Size.gibibytes(1), cpu: 2 },
      pod(object, `${path}.resources.limits`, { memory: '1Gi', cpu: 2 }),
    ),
    requests: row(
      { memory: '3Gi', cpu: Cpu.millis(50) },
      pod(object, `${path}.resources.requests`, { memory: '3Gi', cpu: '50m' }),
    ),
  };
}

/** Rows of a probe. */
export function probeOf(object: string, probe: 'livenessProbe' | 'readinessProbe'): Table<ProbeProps> {
  return {
    enabled: row(false, container(object, probe, undefined)),
    initialDelaySeconds: row(7, container(object, `${probe}.initialDelaySeconds`)),
    periodSeconds: row(8, container(object, `${probe}.periodSeconds`)),
    failureThreshold: row(9, container(object, `${probe}.failureThreshold`)),
    timeoutSeconds: row(10, container(object, `${probe}.timeoutSeconds`)),
  };
}

/** Rows of a budget. `on` are the options that there is one by, where there is none by default. */
export function budgetOf(name: string, on?: Partial<JupyterHubProps>): Table<PodDisruptionBudgetProps> {
  const object = `PodDisruptionBudget ${name}`;
  return {
    enabled: on ? row(true, made(object)) : row(false, gone(object)),
    maxUnavailable: row(2, at(object, 'spec.maxUnavailable')).beside(on),
    minAvailable: row('50%', at(object, 'spec.minAvailable')).beside(on),
  };
}

/** Rows of a ServiceAccount, for the object whose pods run as it, and as `otherwise` where it is not made. */
export function accountOf(name: string, object: string, otherwise = 'default'): Table<ServiceAccountProps> {
  return {
    create: row(
      false,
      gone(`ServiceAccount ${name}`),
      ...(otherwise === name ? [] : [pod(object, 'serviceAccountName', otherwise)]),
    ),
    name: row('own', pod(object, 'serviceAccountName')),
    annotations: row({ a: 'b' }, at(`ServiceAccount ${name}`, 'metadata.annotations')),
  };
}

/** Rows of the ready-made rules; `open` tells whether private addresses and the metadata server are reached by default. */
function egressOf(object: string, open: boolean, others?: Partial<JupyterHubProps>): Table<EgressAllowRules> {
  const block = (cidr: string) => ({ ipBlock: { cidr } });
  const dns = (to: object) => ({
    ports: [53, 53].map((port, i) => ({ port, protocol: ['UDP', 'TCP'][i] })),
    to: items(to),
  });
  const rule = (is: boolean, expected: object) => (is ? has : lacks)(object, 'spec.egress', expected);
  return {
    cloudMetadataServer: row(!open, rule(!open, { to: [block(METADATA)] })).beside(others),
    dnsPortsCloudMetadataServer: row(false, rule(false, dns(block(METADATA)))),
    dnsPortsKubeSystemNamespace: row(
      false,
      rule(false, dns({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } })),
    ),
    dnsPortsPrivateIPs: row(false, rule(false, dns(block('10.0.0.0/8')))),
    nonPrivateIPs: row(false, rule(false, { to: [{ ipBlock: expect.objectContaining({ cidr: '0.0.0.0/0' }) }] })),
    privateIPs: row(!open, rule(!open, { to: items(block('10.0.0.0/8')) })),
  };
}

/**
 * Rows of a NetworkPolicy. `open` tells whether the pods may reach private addresses by default; with `others`, the metadata server
 * can be opened.
 */
export function policyOf(
  name: string,
  open: boolean,
  label: string,
  others?: Partial<JupyterHubProps>,
): Table<NetworkPolicyProps> {
  const object = `NetworkPolicy ${name}`;
  const ingress = { from: [{ podSelector: { matchLabels: { role: 'x' } } }] };
  const egress = { to: [{ ipBlock: { cidr: '1.2.3.0/24' } }] };
  return {
    enabled: row(false, gone(object)),
    ingress: row([ingress], at(object, 'spec.ingress.-1', ingress)),
    egress: row([egress], at(object, 'spec.egress.-1', egress)),
    egressAllowRules: egressOf(object, open, others),
    interNamespaceAccessLabels: row(
      InterNamespaceAccessLabels.ACCEPT,
      has(
        object,
        'spec.ingress',
        expect.objectContaining({ from: items({ namespaceSelector: { matchLabels: { [label]: 'true' } } }) }),
      ),
    ),
    allowedIngressPorts: row([9999], has(object, 'spec.ingress', { ports: [{ port: 9999 }] })),
  };
}
