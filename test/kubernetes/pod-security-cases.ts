// Pods, and the strictest level of Pod Security that each passes. Run as a program, it prints them as JSON, for an API server to judge.
import { Tree } from '../../lib/data/maps';
import { SecurityLevel } from '../../lib/kubernetes/pod-security';

const CONTEXT = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** A pod that passes `restricted`, but for fields of its container, of the container's security context, and of its spec. */
function pod(context: Tree, container: Tree = {}, spec: Tree = {}, annotations: Tree = {}): Tree {
  const notebook = { name: 'notebook', image: 'i:1', securityContext: { ...CONTEXT, ...context }, ...container };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', annotations },
    spec: { containers: [notebook], ...spec },
  };
}

const volume = (source: Tree) => pod({}, {}, { volumes: [{ name: 'v', ...source }] });
const init = (securityContext: Tree) => pod({}, {}, { initContainers: [{ name: 'i', image: 'i:1', securityContext }] });

export const CASES: readonly (readonly [what: string, level: SecurityLevel, pod: Tree])[] = [
  ['all that is asked for', 'restricted', pod({})],
  ['no security context', 'baseline', pod({}, { securityContext: undefined })],
  ['a privileged container', 'privileged', pod({ privileged: true, allowPrivilegeEscalation: true })],
  ['escalation', 'baseline', pod({ allowPrivilegeEscalation: true })],
  ['escalation that is not denied', 'baseline', pod({ allowPrivilegeEscalation: undefined })],
  ['capabilities that are not dropped', 'baseline', pod({ capabilities: {} })],
  ['some capabilities dropped', 'baseline', pod({ capabilities: { drop: ['NET_RAW'] } })],
  ['a harmless capability', 'restricted', pod({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } })],
  ['a capability of containers', 'baseline', pod({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } })],
  ['a capability of the network', 'privileged', pod({ capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } })],
  ['root', 'baseline', pod({ runAsUser: 0 })],
  ['a user', 'restricted', pod({ runAsUser: 1000 })],
  ['root that is not denied', 'baseline', pod({ runAsNonRoot: undefined })],
  ['root allowed', 'baseline', pod({ runAsNonRoot: false })],
  [
    'root denied for the pod',
    'restricted',
    pod({ runAsNonRoot: undefined }, {}, { securityContext: { runAsNonRoot: true } }),
  ],
  ['root allowed for the pod', 'baseline', pod({}, {}, { securityContext: { runAsNonRoot: false } })],
  ['root of the pod', 'baseline', pod({}, {}, { securityContext: { runAsUser: 0 } })],
  ['no seccomp profile', 'baseline', pod({ seccompProfile: undefined })],
  ['seccomp off', 'privileged', pod({ seccompProfile: { type: 'Unconfined' } })],
  [
    'the seccomp profile of the pod',
    'restricted',
    pod({ seccompProfile: undefined }, {}, { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }),
  ],
  ['AppArmor off', 'privileged', pod({ appArmorProfile: { type: 'Unconfined' } })],
  ['AppArmor', 'restricted', pod({ appArmorProfile: { type: 'RuntimeDefault' } })],
  ['SELinux of containers', 'restricted', pod({ seLinuxOptions: { type: 'container_t', level: 's0' } })],
  ['another SELinux type', 'privileged', pod({ seLinuxOptions: { type: 'spc_t' } })],
  ['an SELinux user', 'privileged', pod({ seLinuxOptions: { user: 'u' } })],
  ['an SELinux role', 'privileged', pod({}, {}, { securityContext: { seLinuxOptions: { role: 'r' } } })],
  ['the proc mount by name', 'restricted', pod({ procMount: 'Default' })],
  ["the node's network", 'privileged', pod({}, {}, { hostNetwork: true })],
  ["the node's processes", 'privileged', pod({}, {}, { hostPID: true })],
  ["the node's memory", 'privileged', pod({}, {}, { hostIPC: true })],
  ['a port of the node', 'privileged', pod({}, { ports: [{ containerPort: 80, hostPort: 80 }] })],
  ['a port', 'restricted', pod({}, { ports: [{ containerPort: 80 }] })],
  ['a probe of another host', 'privileged', pod({}, { livenessProbe: { httpGet: { port: 80, host: '1.2.3.4' } } })],
  ['a hook of another host', 'privileged', pod({}, { lifecycle: { preStop: { httpGet: { port: 80, host: 'h' } } } })],
  ['a probe', 'restricted', pod({}, { readinessProbe: { tcpSocket: { port: 80 } } })],
  [
    'a safe sysctl',
    'restricted',
    pod({}, {}, { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_rmem', value: '1' }] } }),
  ],
  ['a sysctl', 'privileged', pod({}, {}, { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } })],
  ['a folder of the node', 'privileged', volume({ hostPath: { path: '/' } })],
  ['NFS', 'baseline', volume({ nfs: { server: 's', path: '/' } })],
  ['an empty folder', 'restricted', volume({ emptyDir: {} })],
  ['a claim', 'restricted', volume({ persistentVolumeClaim: { claimName: 'c' } })],
  ['a ConfigMap', 'restricted', volume({ configMap: { name: 'c' } })],
  ['a Secret', 'restricted', volume({ secret: { secretName: 's' } })],
  ['several sources', 'restricted', volume({ projected: { sources: [{ configMap: { name: 'c' } }] } })],
  ['a CSI volume', 'restricted', volume({ csi: { driver: 'd' } })],
  ['an init container without a context', 'baseline', init({})],
  ['a privileged init container', 'privileged', init({ ...CONTEXT, allowPrivilegeEscalation: true, privileged: true })],
  ['an init container with all', 'restricted', init(CONTEXT)],
];

if (process.argv[1]?.endsWith('pod-security-cases.ts')) process.stdout.write(JSON.stringify(CASES));
