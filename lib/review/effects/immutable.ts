import { hasKey, isMap, mapOf, mapValues, Tree, valueAt, withoutUndefined } from '../../data/maps';
import { Manifest } from '../../kubernetes/manifest';
import { Update } from '../change';
import { isSame } from '../stored/difference';
import { storedClaimSpec, storedTemplate } from '../stored/pod-template';
import { quantityInNano } from '../../kubernetes/quantity';

/** A field that the API server does not let change, and what follows. */
export interface FixedField {
  readonly field: string;
  readonly why: string;
}

type Check = (change: Update) => FixedField[];

const ANEW = 'delete the object first; the next apply makes it anew';
const WORKLOAD = 'delete the workload with --cascade=orphan, apply, and delete its old pods';

const at = (object: Manifest, path: string) => valueAt(object, path.split('.'));

/**
 * Fields that keep the value that the object was made with.
 * @param fields by their paths, with what stands there where nothing is said
 */
function fixed(fields: Readonly<Record<string, unknown>>, mend: string): Check {
  return ({ before, after }) =>
    Object.entries(fields).flatMap(([field, byDefault]) =>
      isSame(at(before, field) ?? byDefault, at(after, field) ?? byDefault)
        ? []
        : [{ field, why: `the field cannot be changed; ${mend}` }],
    );
}

const all =
  (...checks: Check[]): Check =>
  (change) =>
    checks.flatMap((check) => check(change));

/** Labels that are selected by, and are not there: the server takes no such workload. */
const selectorFits: Check = ({ after }) => {
  const wanted = mapOf(at(after, 'spec.selector.matchLabels'));
  const labels = mapOf(at(after, 'spec.template.metadata.labels'));
  const fits = Object.entries(wanted).every(([key, value]) => labels[key] === value);
  return fits
    ? []
    : [{ field: 'spec.template.metadata.labels', why: 'the labels of the pods must be those of spec.selector' }];
};

const workload = all(fixed({ 'spec.selector': undefined }, WORKLOAD), selectorFits);

/** What may change in a StatefulSet; everything else may not. */
const STATEFUL_SET = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

function storedClaim(claim: unknown): unknown {
  if (!isMap(claim)) return claim;
  const { apiVersion: _, kind: __, status: ___, ...rest } = claim;
  return { ...rest, spec: storedClaimSpec(mapOf(claim.spec)) };
}

function fixedInStatefulSet({ spec }: Manifest): Tree {
  const { volumeClaimTemplates = [], serviceName = '', podManagementPolicy = 'OrderedReady', ...rest } = mapOf(spec);
  const claims = Array.isArray(volumeClaimTemplates) ? volumeClaimTemplates.map(storedClaim) : volumeClaimTemplates;
  const others = mapValues(rest, (value, key) => (STATEFUL_SET.includes(key) ? undefined : value));
  return { ...others, serviceName, podManagementPolicy, volumeClaimTemplates: claims };
}

/** What the server has filled in for the old strategy stays beside the new one, which must not have it. */
const keepsRollingUpdate: Check = ({ before, after }) => {
  const [old, now] = [before, after].map((one) => at(one, 'spec.updateStrategy.type') ?? 'RollingUpdate');
  if (old !== 'RollingUpdate' || now !== 'OnDelete' || at(before, 'spec.updateStrategy.rollingUpdate') !== undefined)
    return [];
  const why =
    'the server keeps rollingUpdate, which it has filled in, and OnDelete must not have it; write rollingUpdate in an apply of its own first';
  return [{ field: 'spec.updateStrategy', why }];
};

const statefulSet: Check = (change) => {
  const [before, after] = [fixedInStatefulSet(change.before), fixedInStatefulSet(change.after)];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = fields
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field: `spec.${field}`, why: `the field cannot be changed; ${WORKLOAD}` }));
  return [...changed, ...keepsRollingUpdate(change), ...selectorFits(change)];
};

/** An indexed Job may get another number of completions, together with its parallelism. */
const completions: Check = ({ before, after }) => {
  const [old, now] = [at(before, 'spec.completions'), at(after, 'spec.completions')];
  const isElastic =
    at(after, 'spec.completionMode') === 'Indexed' && now !== undefined && now === at(after, 'spec.parallelism');
  const parallelism = (job: Manifest) => at(job, 'spec.parallelism');
  // Without both, a Job has one pod; the server writes that number down.
  const [was, is] = [
    old ?? (parallelism(before) === undefined ? 1 : undefined),
    now ?? (parallelism(after) === undefined ? 1 : undefined),
  ];
  return was === is || isElastic ? [] : [{ field: 'spec.completions', why: `the field cannot be changed; ${ANEW}` }];
};

const job = all(
  fixed(
    {
      'spec.completionMode': 'NonIndexed',
      'spec.selector': undefined,
      'spec.manualSelector': undefined,
      'spec.podFailurePolicy': undefined,
      'spec.backoffLimitPerIndex': undefined,
      'spec.successPolicy': undefined,
      'spec.managedBy': undefined,
    },
    ANEW,
  ),
  completions,
  ({ before, after }) =>
    isSame(templateOf(before), templateOf(after))
      ? []
      : [{ field: 'spec.template', why: `the template of a Job cannot be changed; ${ANEW}` }],
);

const templateOf = (object: Manifest) => storedTemplate(mapOf(at(object, 'spec.template')));

const CLAIM_MEND = 'make another claim, copy the data, and let the workload use it';

const claim: Check = ({ before, after }) => {
  const [old, now] = [storedClaimSpec(mapOf(before.spec)), storedClaimSpec(mapOf(after.spec))];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  const changed = fields
    // What the cluster has filled in stays where it is not mentioned.
    .filter((field) => !['resources', 'volumeAttributesClassName'].includes(field) && !isSame(old[field], now[field]))
    .map((field) => ({ field: `spec.${field}`, why: `a claim keeps what it was made with; ${CLAIM_MEND}` }));
  const sizes = [old, now].map((spec) => quantityInNano(valueAt(spec, ['resources', 'requests', 'storage'])));
  const [was, is] = sizes;
  const shrinks = was !== undefined && is !== undefined && is < was;
  return shrinks
    ? [...changed, { field: 'spec.resources.requests.storage', why: `a claim can only grow; ${CLAIM_MEND}` }]
    : changed;
};

const isHeadless = (value: unknown) => value === 'None';

const service: Check = ({ before, after }) => {
  const [old, now] = [before, after].map((one) => at(one, 'spec.clusterIP'));
  const [oldType, newType] = [before, after].map((one) => at(one, 'spec.type') ?? 'ClusterIP');
  const found: FixedField[] = [];
  if (now !== undefined && now !== '' && now !== old && oldType !== 'ExternalName' && newType !== 'ExternalName')
    found.push({ field: 'spec.clusterIP', why: `a Service keeps its address; ${ANEW}` });
  else if (isHeadless(old) && ['NodePort', 'LoadBalancer'].includes(String(newType)))
    found.push({
      field: 'spec.type',
      why: `a Service without an address of the cluster cannot be ${String(newType)}; ${ANEW}`,
    });
  const classes = [before, after].map((one) => at(one, 'spec.loadBalancerClass'));
  if (oldType === 'LoadBalancer' && newType === 'LoadBalancer' && classes[0] !== classes[1])
    found.push({ field: 'spec.loadBalancerClass', why: `the field cannot be changed; ${ANEW}` });
  return found;
};

const roleRef: Check = ({ before, after }) => {
  const [old, now] = [before, after].map(({ roleRef: ref }) => {
    const { apiGroup = 'rbac.authorization.k8s.io', ...rest } = mapOf(ref);
    return { apiGroup, ...rest };
  });
  return isSame(old, now) ? [] : [{ field: 'roleRef', why: `a binding keeps its role; ${ANEW}` }];
};

/** Data of a Secret or a ConfigMap as it is stored: strings of a Secret take the place of data. */
export function storedData(object: Manifest): Tree {
  const { data, stringData, binaryData } = object;
  const strings = mapValues(mapOf(stringData), (value) => Buffer.from(String(value)).toString('base64'));
  return withoutUndefined({ ...mapOf(data), ...mapOf(binaryData), ...strings });
}

const frozen: Check = ({ before, after }) => {
  if (before.immutable !== true) return [];
  if (after.immutable !== true) return [{ field: 'immutable', why: `what is immutable stays so; ${ANEW}` }];
  if (isSame(storedData(before), storedData(after))) return [];
  return [{ field: 'data', why: `the object is immutable; give the new data another name` }];
};

const customResource = fixed(
  { 'spec.group': undefined, 'spec.scope': undefined, 'spec.names.plural': undefined, 'spec.names.kind': undefined },
  ANEW,
);

/** What of a pod may change; everything else may not. */
function fixedInPod({ spec }: Manifest): Tree {
  const {
    activeDeadlineSeconds: _,
    tolerations: __,
    terminationGracePeriodSeconds: ___,
    ...rest
  } = mapOf(storedTemplate({ spec }).spec);
  const withoutImage = (containers: unknown) =>
    Array.isArray(containers)
      ? containers.map((one) => {
          const { image: _image, imagePullPolicy: _policy, ...fields } = mapOf(one);
          return fields;
        })
      : containers;
  return {
    ...rest,
    containers: withoutImage(rest.containers),
    ...(hasKey(rest, 'initContainers') && { initContainers: withoutImage(rest.initContainers) }),
  };
}

const pod: Check = ({ before, after }) =>
  isSame(fixedInPod(before), fixedInPod(after)) ? [] : [{ field: 'spec', why: `a pod cannot be changed; ${ANEW}` }];

const volume: Check = ({ before, after }) => {
  const free = [
    'capacity',
    'accessModes',
    'claimRef',
    'persistentVolumeReclaimPolicy',
    'storageClassName',
    'mountOptions',
    'volumeAttributesClassName',
  ];
  const [old, now] = [before, after].map(({ spec }): Tree => {
    const { volumeMode = 'Filesystem', nodeAffinity, ...rest } = mapOf(spec);
    return { volumeMode, nodeAffinity, ...mapValues(rest, (value, key) => (free.includes(key) ? undefined : value)) };
  });
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return fields
    .filter((field) => !isSame(old[field], now[field]) && !(field === 'nodeAffinity' && old[field] === undefined))
    .map((field) => ({ field: `spec.${field}`, why: `a volume keeps its place; ${ANEW}` }));
};

/** What the API server does not let change, by kind. */
export const IMMUTABLE: Readonly<Record<string, Check | undefined>> = {
  Deployment: workload,
  DaemonSet: workload,
  ReplicaSet: workload,
  StatefulSet: statefulSet,
  Job: job,
  Pod: pod,
  PersistentVolumeClaim: claim,
  PersistentVolume: volume,
  Service: service,
  RoleBinding: roleRef,
  ClusterRoleBinding: roleRef,
  ConfigMap: frozen,
  Secret: all(fixed({ type: 'Opaque' }, ANEW), frozen),
  PriorityClass: fixed({ value: 0, preemptionPolicy: 'PreemptLowerPriority' }, ANEW),
  StorageClass: fixed(
    { provisioner: undefined, parameters: undefined, reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' },
    `${ANEW}; claims keep working`,
  ),
  VolumeAttributesClass: fixed({ driverName: undefined, parameters: undefined }, ANEW),
  IngressClass: fixed({ 'spec.controller': undefined }, ANEW),
  RuntimeClass: fixed({ handler: undefined }, ANEW),
  CSIDriver: fixed({ 'spec.attachRequired': true, 'spec.volumeLifecycleModes': ['Persistent'] }, ANEW),
  ResourceQuota: fixed({ 'spec.scopes': undefined, 'spec.scopeSelector': undefined }, ANEW),
  EndpointSlice: fixed({ addressType: undefined }, ANEW),
  CustomResourceDefinition: customResource,
};
