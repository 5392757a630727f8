import { inPart, ReleaseObject } from '../release-object';
import { shortChecksum } from '../../data/checksum';
import { Installation } from '../../release/installation';
import { imagePullPolicy, imagePullSecrets, imageReference } from '../../kubernetes/images';
import { Manifest } from '../../kubernetes/manifest';
import { networkPolicy } from '../../kubernetes/network-policy';
import { concat, nonEmpty, Tree } from '../../data/maps';
import { jobName } from '../../release/names';
import { JobSpec, PodTemplateSpec, Volume } from '../../kubernetes/shapes';
import { role, roleBinding, serviceAccount } from '../../kubernetes/objects';
import { coreAffinity, coreTolerations } from '../scheduling/affinity';
import { hubFile } from './hub-file';
import { givenTokens, ownTokens } from './secret';

const COMPONENT = 'secret-bootstrap';
const SCRIPT = 'bootstrap_secrets.py';
const SCRIPT_FOLDER = '/etc/secret-bootstrap';
const GIVEN_FOLDER = '/etc/secret-bootstrap-given';

/** Limits, as a ResourceQuota asks for both; the same as the requests, as a LimitRange may hold the ratio of the two. */
const RESOURCES = { limits: { cpu: '100m', memory: '128Mi' }, requests: { cpu: '100m', memory: '128Mi' } };

/** Fields of a pod's spec that are about the hub's own containers and account, and not about where and how a pod can run. */
const OF_THE_HUB_ALONE = [
  ...['containers', 'initContainers', 'ephemeralContainers', 'volumes', 'restartPolicy', 'activeDeadlineSeconds'],
  ...['serviceAccountName', 'serviceAccount', 'automountServiceAccountToken'],
  ...['hostname', 'subdomain', 'readinessGates', 'shareProcessNamespace', 'hostPID', 'hostIPC'],
];

function extraPodSpec({ props }: Installation): Tree {
  const entries = Object.entries(props.hub.extraPodSpec as Tree);
  return Object.fromEntries(entries.filter(([field]) => !OF_THE_HUB_ALONE.includes(field)));
}

function job(installation: Installation, name: string, account: string, script: string, keys: string[]): Manifest {
  const { props, names, labels } = installation;
  const { hub } = props;
  const given = givenTokens(installation);
  const givenVolume: Volume = {
    name: 'given',
    secret: { secretName: names['hub-literals'], items: given.map((key) => ({ key, path: key })) },
  };
  const template: PodTemplateSpec = {
    metadata: { labels: { ...hub.labels, ...labels.pod(COMPONENT) } },
    spec: {
      restartPolicy: 'OnFailure',
      serviceAccountName: account,
      priorityClassName: installation.priorityClassName,
      nodeSelector: nonEmpty(hub.nodeSelector),
      tolerations: coreTolerations(props, hub.tolerations),
      affinity: coreAffinity(props),
      securityContext: nonEmpty(hub.podSecurityContext),
      imagePullSecrets: imagePullSecrets(hub.image, installation.imagePullSecrets),
      volumes: concat([{ name: 'script', configMap: { name } }], given.length ? [givenVolume] : []),
      containers: [
        {
          name: COMPONENT,
          image: imageReference(hub.image),
          imagePullPolicy: imagePullPolicy(hub.image),
          command: ['python3', `${SCRIPT_FOLDER}/${SCRIPT}`],
          args: ['--secret', names.hub, ...(given.length ? ['--given', GIVEN_FOLDER] : []), ...keys],
          env: [{ name: 'JOB_NAME', valueFrom: { fieldRef: { fieldPath: "metadata.labels['job-name']" } } }],
          volumeMounts: concat(
            [{ name: 'script', mountPath: SCRIPT_FOLDER }],
            given.length ? [{ name: 'given', mountPath: GIVEN_FOLDER, readOnly: true }] : [],
          ),
          resources: nonEmpty(hub.secretBootstrap?.resources ?? RESOURCES),
          securityContext: nonEmpty(hub.containerSecurityContext),
        },
      ],
      ...extraPodSpec(installation),
    },
  };
  // A Job's template cannot be changed: another image or other keys are another Job.
  const hash = shortChecksum([template, script]);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: installation.metadata(jobName(name, hash), COMPONENT),
    // The Secret may be applied long after the Job. It stays when it is done, so that a second apply finds nothing to change;
    // with the Secret it goes, so that an apply runs it again.
    spec: { backoffLimit: 100, template } satisfies JobSpec,
  };
}

/** Out to where the hub may go of itself, as the Kubernetes API is there; in for nobody. */
function policy({ props, labels }: Installation, metadata: Manifest['metadata']): Manifest {
  const own = { ...props.hub.networkPolicy, ingress: [], allowedIngressPorts: [] };
  return networkPolicy(metadata, labels.match(COMPONENT), own, { from: [], to: [] }, props.spawner.cloudMetadata.ip);
}

/**
 * A Job that generates the tokens that nobody gave and copies those that were given literally, so that all are found where the chart has them.
 * It runs wherever the hub runs, with rights on the release's own Secret and on itself only. The hub, which keeps the tokens there while it runs, may write that Secret too.
 */
export function secretBootstrapObjects(installation: Installation): ReleaseObject[] {
  const { props, names, namespace } = installation;
  const keys = ownTokens(installation);
  if (!keys.length) return [];
  const name = `${names.hub}-${COMPONENT}`;
  const { create } = props.hub.serviceAccount;
  const account = create ? name : names['hub-serviceaccount'];
  const metadata = installation.metadata(name, COMPONENT);
  const ofHub = installation.metadata(`${names.hub}-secret-keeper`, COMPONENT);
  const script = hubFile(SCRIPT);
  const bootstrapJob = job(installation, name, account, script, keys);
  const onSecret = { apiGroups: [''], resources: ['secrets'], resourceNames: [names.hub], verbs: ['get', 'patch'] };
  const onJob = {
    apiGroups: ['batch'],
    resources: ['jobs'],
    resourceNames: [bootstrapJob.metadata.name],
    verbs: ['patch'],
  };
  return inPart('secret-bootstrap', {
    bootstrapConfigMap: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { [SCRIPT]: script } },
    bootstrapServiceAccount: create && serviceAccount(metadata, {}),
    ...(props.rbac.create && {
      bootstrapRole: role(metadata, [onSecret, onJob]),
      bootstrapRoleBinding: roleBinding(metadata, account, namespace),
      keeperRole: role(ofHub, [onSecret]),
      keeperRoleBinding: roleBinding(ofHub, names['hub-serviceaccount'], namespace),
    }),
    bootstrapNetworkPolicy: props.hub.networkPolicy.enabled && policy(installation, metadata),
    bootstrapJob,
  });
}
