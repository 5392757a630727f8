import {
  any,
  boolean,
  choice,
  closed,
  each,
  integerOrNull,
  map,
  maps,
  number,
  open,
  Schema,
  text,
  textOrNull,
  texts,
} from './types';

/** What several components of the chart have alike. */

const pullPolicy = choice(null, '', 'IfNotPresent', 'Always', 'Never');

/** Secrets by their names, or as Kubernetes refers to them. */
export const pullSecrets: Schema = { kinds: ['list'], expected: { kinds: ['text', 'map'] } };

export const image = closed({ name: text, tag: text, pullPolicy, pullSecrets }, ['name', 'tag']);

/** An image of the pre-puller's own list: it has no pull secrets. */
export const extraImage = closed({ name: text, tag: text, pullPolicy }, ['name', 'tag']);

export const revisionHistoryLimit: Schema = { kinds: ['integer', 'null'], minimum: 0 };

export const networkPolicy = closed({
  enabled: boolean,
  ingress: maps,
  egress: maps,
  egressAllowRules: closed({
    cloudMetadataServer: boolean,
    dnsPortsCloudMetadataServer: boolean,
    dnsPortsKubeSystemNamespace: boolean,
    dnsPortsPrivateIPs: boolean,
    nonPrivateIPs: boolean,
    privateIPs: boolean,
  }),
  interNamespaceAccessLabels: choice('accept', 'ignore'),
  allowedIngressPorts: { kinds: ['list'], expected: { kinds: ['integer', 'text'] } },
});

export const pdb = closed({ enabled: boolean, maxUnavailable: integerOrNull, minAvailable: integerOrNull });

export const probe = open({ enabled: any }, ['enabled']);

export const serviceAccount = closed({ create: boolean, name: textOrNull, annotations: texts }, ['create']);

export const deploymentStrategy = closed({ rollingUpdate: textOrNull, type: textOrNull });

export const serviceType = choice('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName');

export const extraFiles = each(
  closed({ mountPath: text, data: map, stringData: text, binaryData: text, mode: number }, ['mountPath']),
);

/** Access modes of a volume. */
export const accessModes: Schema = { kinds: ['list'], items: textOrNull };

export const hooks = closed({ postStart: map, preStop: map });

export const nodeAffinity = closed({ matchNodePurpose: choice('ignore', 'prefer', 'require') });

/** Affinity rules that the chart adds to its own. */
export const affinityRules = closed({ required: maps, preferred: maps });
