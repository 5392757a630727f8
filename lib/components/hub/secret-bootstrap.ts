import { inPart, ReleaseObject } from '../release-object';
import { shortChecksum } from '../../data/checksum';
import { Installation } from '../../release/installation';
import { NOBODY_SECURITY_CONTEXT } from '../../kubernetes/defaults';
import { imagePullPolicy, imagePullSecrets, imageReference } from '../../kubernetes/images';
import { Manifest } from '../../kubernetes/manifest';
import { concat, nonEmpty } from '../../data/maps';
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

function job(installation: Installation, name: string, script: string, keys: string[]): Manifest {
  const { props, names, labels } = installation;
  const { hub } = props;
  const given = givenTokens(installation);
  const givenVolume: Volume = {
    name: 'given',
    secret: { secretName: names['hub-literals'], items: given.map((key) => ({ key, path: key })) },
  };
  const template: PodTemplateSpec = {
    metadata: { labels: labels.pod(COMPONENT) },
    spec: {
      restartPolicy: 'OnFailure',
      serviceAccountName: name,
      priorityClassName: installation.priorityClassName,
      nodeSelector: nonEmpty(hub.nodeSelector),
      tolerations: coreTolerations(props, hub.tolerations),
      affinity: coreAffinity(props),
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
          securityContext: NOBODY_SECURITY_CONTEXT,
        },
      ],
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

/**
 * A Job that generates the tokens that nobody gave and copies those that were given literally, so that all are found where the chart has them.
 * It has rights on the release's own Secret and on itself only. The hub, which keeps the tokens there while it runs, may write that Secret too.
 */
export function secretBootstrapObjects(installation: Installation): ReleaseObject[] {
  const { props, names, namespace } = installation;
  const keys = ownTokens(installation);
  if (!keys.length) return [];
  const name = `${names.hub}-${COMPONENT}`;
  const metadata = installation.metadata(name, COMPONENT);
  const ofHub = installation.metadata(`${names.hub}-secret-keeper`, COMPONENT);
  const script = hubFile(SCRIPT);
  const bootstrapJob = job(installation, name, script, keys);
  const onSecret = { apiGroups: [''], resources: ['secrets'], resourceNames: [names.hub], verbs: ['get', 'patch'] };
  const onJob = {
    apiGroups: ['batch'],
    resources: ['jobs'],
    resourceNames: [bootstrapJob.metadata.name],
    verbs: ['patch'],
  };
  return inPart('secret-bootstrap', {
    bootstrapConfigMap: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { [SCRIPT]: script } },
    bootstrapServiceAccount: serviceAccount(metadata, {}),
    ...(props.rbac.create && {
      bootstrapRole: role(metadata, [onSecret, onJob]),
      bootstrapRoleBinding: roleBinding(metadata, name, namespace),
      keeperRole: role(ofHub, [onSecret]),
      keeperRoleBinding: roleBinding(ofHub, names['hub-serviceaccount'], namespace),
    }),
    bootstrapJob,
  });
}
