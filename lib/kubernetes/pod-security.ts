import { isMap, listOf, mapsIn, Tree, valueAt } from '../data/maps';
import { containersOf } from './pods';

/** A level of Kubernetes' Pod Security Standards, strictest last; every pod passes `privileged`. */
export type SecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** What keeps a pod from a level. */
export interface SecurityViolation {
  readonly level: 'baseline' | 'restricted';
  /** The field and what it must be: `container notebook: securityContext.privileged must not be true`. */
  readonly what: string;
}

/** A security context, and whose it is. */
interface Context {
  readonly who: string;
  readonly fields: Tree;
}

type Level = SecurityViolation['level'];

/** A field of a security context that must not have some values. */
type Forbidden = readonly [level: Level, field: string, must: string, isWrong: (value: unknown) => boolean];

/** A field that containers need: in their own context, or in the pod's where that counts. */
type Required = readonly [field: string, must: string, isRight: (value: unknown) => boolean, podCounts: boolean];

const CAPABILITIES =
  /^(AUDIT_WRITE|CHOWN|DAC_OVERRIDE|FOWNER|FSETID|KILL|MKNOD|NET_BIND_SERVICE|SETFCAP|SETGID|SETPCAP|SETUID|SYS_CHROOT)$/;
const SELINUX_TYPES = /^(container_t|container_init_t|container_kvm_t|container_engine_t|)$/;
const SYSCTLS =
  /^(kernel\.shm_rmid_forced|net\.ipv4\.(ip_local_port_range|tcp_syncookies|ping_group_range|ip_unprivileged_port_start|ip_local_reserved_ports|tcp_keepalive_time|tcp_fin_timeout|tcp_keepalive_intvl|tcp_keepalive_probes|tcp_rmem|tcp_wmem))$/;
const PROFILES = ['RuntimeDefault', 'Localhost'];
const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

const isGiven = (value: unknown) => value !== undefined && value !== null;
const isOther = (allowed: readonly string[]) => (value: unknown) => isGiven(value) && !allowed.includes(String(value));

const FORBIDDEN: readonly Forbidden[] = [
  ['baseline', 'privileged', 'must not be true', (value) => value === true],
  ['baseline', 'windowsOptions.hostProcess', 'must not be true', (value) => value === true],
  [
    'baseline',
    'capabilities.add',
    'must hold harmless capabilities only',
    (value) => listOf(value).some((one) => !CAPABILITIES.test(String(one))),
  ],
  ['baseline', 'procMount', 'must be Default', isOther(['Default'])],
  [
    'baseline',
    'seLinuxOptions.type',
    'must be that of a container',
    (value) => isGiven(value) && !SELINUX_TYPES.test(String(value)),
  ],
  ['baseline', 'seLinuxOptions.user', 'must not be set', (value) => isGiven(value) && value !== ''],
  ['baseline', 'seLinuxOptions.role', 'must not be set', (value) => isGiven(value) && value !== ''],
  ['baseline', 'seccompProfile.type', 'must be RuntimeDefault or Localhost', isOther(PROFILES)],
  ['baseline', 'appArmorProfile.type', 'must be RuntimeDefault or Localhost', isOther(PROFILES)],
  ['restricted', 'runAsNonRoot', 'must be true', (value) => value === false],
  ['restricted', 'runAsUser', 'must not be 0', (value) => value === 0],
  [
    'restricted',
    'capabilities.add',
    'may hold NET_BIND_SERVICE only',
    (value) => listOf(value).some((one) => one !== 'NET_BIND_SERVICE'),
  ],
];

const REQUIRED: readonly Required[] = [
  ['allowPrivilegeEscalation', 'must be false', (value) => value === false, false],
  ['capabilities.drop', 'must hold ALL', (value) => listOf(value).includes('ALL'), false],
  ['runAsNonRoot', 'must be true', isGiven, true],
  ['seccompProfile.type', 'must be RuntimeDefault or Localhost', isGiven, true],
];

const fieldOf = ({ fields }: Context, field: string) => valueAt(fields, field.split('.'));

function ofContexts(pod: Context, containers: readonly Context[]): SecurityViolation[] {
  const forbidden = [pod, ...containers].flatMap((context) =>
    FORBIDDEN.filter(([, field, , isWrong]) => isWrong(fieldOf(context, field))).map(([level, field, must]) => ({
      level,
      what: `${context.who}: securityContext.${field} ${must}`,
    })),
  );
  const missing = containers.flatMap((container) =>
    REQUIRED.filter(([field, , isRight, podCounts]) => {
      const inherited = podCounts ? fieldOf(pod, field) : undefined;
      return !isRight(fieldOf(container, field) ?? inherited);
    }).map(([field, must]) => ({
      level: 'restricted' as const,
      what: `${container.who}: securityContext.${field} ${must}`,
    })),
  );
  return [...forbidden, ...missing];
}

/** Hosts that probes and hooks name, which lets them reach what the pod may not. */
function hostsOf(container: Tree): unknown[] {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
  const hooks = isMap(lifecycle) ? [lifecycle.postStart, lifecycle.preStop] : [];
  const handlers = [livenessProbe, readinessProbe, startupProbe, ...hooks];
  const hosts = handlers.flatMap((one) => [valueAt(one, ['httpGet', 'host']), valueAt(one, ['tcpSocket', 'host'])]);
  return hosts.filter((host) => isGiven(host) && host !== '');
}

function ofContainer(container: Tree): SecurityViolation[] {
  const who = `container ${String(container.name)}`;
  const ports = mapsIn(container.ports).filter(({ hostPort }) => isGiven(hostPort) && hostPort !== 0);
  return [
    ...ports.map(() => ({ level: 'baseline' as const, what: `${who}: ports must have no hostPort` })),
    ...hostsOf(container).map(() => ({
      level: 'baseline' as const,
      what: `${who}: probes and hooks must have no host`,
    })),
  ];
}

function ofVolume(volume: Tree): SecurityViolation[] {
  const who = `volume ${String(volume.name)}`;
  if (isGiven(volume.hostPath)) return [{ level: 'baseline', what: `${who}: must be no hostPath` }];
  if (VOLUMES.some((kind) => isGiven(volume[kind]))) return [];
  return [{ level: 'restricted', what: `${who}: must be one of ${VOLUMES.join(', ')}` }];
}

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/** What keeps a pod from the levels of Pod Security, as Kubernetes 1.35 judges. A pod in a user namespace is judged like any other. */
export function securityViolations(pod: { readonly metadata?: unknown; readonly spec?: unknown }): SecurityViolation[] {
  const spec = isMap(pod.spec) ? pod.spec : {};
  const annotations = valueAt(pod.metadata, ['annotations']);
  const containers = containersOf(pod);
  const contextOf = (who: string, holder: Tree): Context => ({
    who,
    fields: isMap(holder.securityContext) ? holder.securityContext : {},
  });
  const ofPod = contextOf('pod', spec);
  const sysctls = mapsIn(ofPod.fields.sysctls).filter(({ name }) => !SYSCTLS.test(String(name)));
  const unconfined = Object.entries(isMap(annotations) ? annotations : {}).filter(
    ([key, value]) => key.startsWith(APP_ARMOR) && !/^($|runtime\/default$|localhost\/)/.test(String(value)),
  );
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC']
      .filter((field) => spec[field] === true)
      .map((field) => ({ level: 'baseline' as const, what: `pod: ${field} must not be true` })),
    ...sysctls.map(({ name }) => ({ level: 'baseline' as const, what: `pod: the sysctl ${String(name)} is not safe` })),
    ...unconfined.map(([key]) => ({
      level: 'baseline' as const,
      what: `pod: the annotation ${key} must name a profile`,
    })),
    ...mapsIn(spec.volumes).flatMap(ofVolume),
    ...containers.flatMap(ofContainer),
    ...ofContexts(
      ofPod,
      containers.map((container) => contextOf(`container ${String(container.name)}`, container)),
    ),
  ];
}

/** The strictest level that a pod passes. */
export function securityLevel(pod: { readonly metadata?: unknown; readonly spec?: unknown }): SecurityLevel {
  const levels = securityViolations(pod).map(({ level }) => level);
  if (levels.includes('baseline')) return 'privileged';
  return levels.length ? 'baseline' : 'restricted';
}
