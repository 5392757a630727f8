import { inPart, ReleaseObject } from '../release-object';
import { shortChecksum } from '../../data/checksum';
import { Installation } from '../../release/installation';
import { NOBODY_SECURITY_CONTEXT } from '../../kubernetes/defaults';
import { imagePullPolicy, imagePullSecrets, imageReference } from '../../kubernetes/images';
import { Manifest } from '../../kubernetes/manifest';
import { nonEmpty } from '../../data/maps';
import { jobName } from '../../release/names';
import { JobSpec, PodTemplateSpec } from '../../kubernetes/shapes';
import { role, roleBinding, serviceAccount } from '../../kubernetes/objects';
import { coreAffinity, coreTolerations } from '../scheduling/affinity';
import { hubFile } from './hub-file';
import { missingTokens } from './secret';

const COMPONENT = 'secret-bootstrap';
const SCRIPT = 'bootstrap_secrets.py';

function job(installation: Installation, name: string, script: string, keys: string[]): Manifest {
  const { props, names, labels } = installation;
  const { hub } = props;
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
      volumes: [{ name: 'script', configMap: { name } }],
      containers: [
        {
          name: COMPONENT,
          image: imageReference(hub.image),
          imagePullPolicy: imagePullPolicy(hub.image),
          command: ['python3', `/etc/secret-bootstrap/${SCRIPT}`],
          args: ['--secret', names.hub, ...keys],
          volumeMounts: [{ name: 'script', mountPath: '/etc/secret-bootstrap' }],
          securityContext: NOBODY_SECURITY_CONTEXT,
        },
      ],
    },
  };
  // A Job's template cannot be changed: another image or another list of keys is another Job.
  const hash = shortChecksum([template, script]);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: installation.metadata(jobName(name, hash), COMPONENT),
    // The Secret may be applied long after the Job. It stays when it is done, so that a second apply finds nothing to change.
    spec: { backoffLimit: 100, template } satisfies JobSpec,
  };
}

/** A Job that draws the tokens that nobody gave, once, with rights on the release's own Secret only. */
export function secretBootstrapObjects(installation: Installation): ReleaseObject[] {
  const { props, names, namespace } = installation;
  const keys = missingTokens(installation);
  if (!keys.length) return [];
  const name = `${names.hub}-${COMPONENT}`;
  const metadata = installation.metadata(name, COMPONENT);
  const script = hubFile(SCRIPT);
  const rights = {
    apiGroups: [''],
    resources: ['secrets'],
    resourceNames: [names.hub],
    verbs: ['get', 'update', 'patch'],
  };
  return inPart('secret-bootstrap', {
    bootstrapConfigMap: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { [SCRIPT]: script } },
    bootstrapServiceAccount: serviceAccount(metadata, {}),
    bootstrapRole: props.rbac.create && role(metadata, [rights]),
    bootstrapRoleBinding: props.rbac.create && roleBinding(metadata, name, namespace),
    bootstrapJob: job(installation, name, script, keys),
  });
}
