import { inPart, ReleaseObject } from '../release-object';
import { Installation } from '../../release/installation';
import { Manifest } from '../../kubernetes/manifest';
import { nonEmpty } from '../../data/maps';
import { networkPolicy } from '../../kubernetes/network-policy';
import { podDisruptionBudget, role, roleBinding, serviceAccount } from '../../kubernetes/objects';
import { USER_POD_COMPONENT } from '../../release/labels';
import { hubConfigMap } from './config-map';
import { hubDeployment } from './deployment';
import { filesSecret, hubSecret, literalsSecret } from './secret';
import { secretBootstrapObjects } from './secret-bootstrap';
import { PersistentVolumeClaimSpec, ServiceSpec } from '../../kubernetes/shapes';

const COMPONENT = 'hub';

function service(installation: Installation): Manifest {
  const { props, names, labels } = installation;
  const { service: serviceProps, baseUrl } = props.hub;
  const prometheus = {
    'prometheus.io/scrape': 'true',
    'prometheus.io/path': `${baseUrl.replace(/\/$/, '')}/hub/metrics`,
    'prometheus.io/port': '8081',
  };
  const port = {
    name: 'hub',
    port: 8081,
    targetPort: 'http',
    nodePort: serviceProps.ports.nodePort || undefined,
    appProtocol: nonEmpty(serviceProps.ports.appProtocol),
  };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      ...installation.metadata(names.hub, COMPONENT),
      annotations: { ...prometheus, ...serviceProps.annotations },
    },
    spec: {
      type: serviceProps.type,
      selector: labels.match(COMPONENT),
      ports: [port, ...(serviceProps.extraPorts ?? [])],
      loadBalancerIP: nonEmpty(serviceProps.loadBalancerIP),
      ipFamilyPolicy: nonEmpty(serviceProps.ipFamilyPolicy),
      ipFamilies: nonEmpty(serviceProps.ipFamilies),
    } satisfies ServiceSpec,
  };
}

function databaseClaim(installation: Installation): Manifest | undefined {
  const { props, names } = installation;
  const { type, pvc } = props.hub.db;
  if (type !== 'sqlite-pvc') return undefined;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { ...installation.metadata(names['hub-pvc'], COMPONENT), annotations: nonEmpty(pvc.annotations) },
    spec: {
      selector: nonEmpty(pvc.selector),
      storageClassName: pvc.storageClassName,
      accessModes: pvc.accessModes,
      resources: { requests: { storage: pvc.storage } },
    } satisfies PersistentVolumeClaimSpec,
  };
}

function rbac(installation: Installation) {
  const { names, namespace } = installation;
  const metadata = installation.metadata(names.hub, COMPONENT);
  return {
    role: role(metadata, [
      {
        apiGroups: [''],
        resources: ['pods', 'persistentvolumeclaims', 'secrets', 'services'],
        verbs: ['get', 'watch', 'list', 'create', 'delete'],
      },
      { apiGroups: [''], resources: ['events'], verbs: ['get', 'watch', 'list'] },
    ]),
    roleBinding: roleBinding(metadata, names['hub-serviceaccount'], namespace),
  };
}

function policy(installation: Installation): Manifest {
  const { props, names, labels } = installation;
  return networkPolicy(
    installation.metadata(names.hub, COMPONENT),
    labels.match(COMPONENT),
    props.hub.networkPolicy,
    {
      from: [{ ports: ['http'], label: 'hub.jupyter.org/network-access-hub' }],
      to: [
        { selector: labels.match('proxy'), ports: [8001] },
        { selector: labels.match(USER_POD_COMPONENT), ports: [8888] },
      ],
    },
    props.spawner.cloudMetadata.ip,
  );
}

/** The hub, with all that belongs to it. */
export function hubObjects(installation: Installation): ReleaseObject[] {
  const { props, names, labels } = installation;
  const { hub } = props;
  const metadata = installation.metadata(names.hub, COMPONENT);
  const account = installation.metadata(names['hub-serviceaccount'], COMPONENT);
  const configMap = hubConfigMap(installation);
  return [
    ...inPart('main', { configMap, secret: hubSecret(installation) }),
    ...inPart('secrets', { literalsSecret: literalsSecret(installation), filesSecret: filesSecret(installation) }),
    ...secretBootstrapObjects(installation),
    ...inPart('main', {
      serviceAccount: hub.serviceAccount.create && serviceAccount(account, hub.serviceAccount),
      ...(props.rbac.create && rbac(installation)),
      databaseClaim: databaseClaim(installation),
      deployment: hubDeployment(installation, configMap),
      service: service(installation),
      networkPolicy: hub.networkPolicy.enabled && policy(installation),
      podDisruptionBudget: hub.pdb.enabled && podDisruptionBudget(metadata, hub.pdb, labels.match(COMPONENT)),
    }),
  ];
}
