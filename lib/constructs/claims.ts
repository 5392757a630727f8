import { ApiObject } from 'cdk8s';
import { hubConfiguration } from '../components/hub/configuration';
import { isMap, mapsIn, nonEmpty, Tree } from '../data/maps';
import { isClusterScoped } from '../kubernetes/cluster-scoped';
import { AppRule, SAME_HOST, SAME_NAMES, SAME_NODE_PORT, SAME_RELEASE, SAME_USER_PODS } from '../rules/app';
import { Installation } from '../release/installation';

/** What one of an app has, and no other one can have too. */
export interface Claim {
  /** What it is, in words. */
  readonly what: string;
  /** Where there can be only one, in words. */
  readonly where: string;
  /** The mistake that it is where two have it. */
  readonly rule: AppRule;
  /** How to mend it, where that is not the rule's. */
  readonly mend?: string;
}

const CLUSTER = 'the whole cluster';

function nodePorts(spec: Tree): Claim[] {
  return mapsIn(spec.ports)
    .filter(({ nodePort }) => nodePort)
    .map(({ nodePort, protocol }) => ({
      what: `node port ${String(nodePort)} (${String(protocol ?? 'TCP')})`,
      where: CLUSTER,
      rule: SAME_NODE_PORT,
    }));
}

function ingressPaths(spec: Tree, annotations: Tree): Claim[] {
  const ingressClass = spec.ingressClassName ?? annotations['kubernetes.io/ingress.class'];
  return mapsIn(spec.rules).flatMap(({ host, http }) =>
    mapsIn(isMap(http) ? http.paths : []).map(({ path }) => ({
      what: `the path ${String(path ?? '/')} of ${nonEmpty(host) === undefined ? 'any host' : String(host)}`,
      where: ingressClass === undefined ? 'the default Ingress controller' : `Ingress class ${String(ingressClass)}`,
      rule: SAME_HOST,
    })),
  );
}

function routeHosts(spec: Tree, namespace: string | undefined): Claim[] {
  const hosts = Array.isArray(spec.hostnames) ? (spec.hostnames as unknown[]) : ['any host'];
  return mapsIn(spec.parentRefs).flatMap((gateway) =>
    hosts.map((host) => ({
      what: `the route of ${String(host)}`,
      where: `Gateway ${String(gateway.namespace ?? namespace)}/${String(gateway.name)}, ${String(gateway.sectionName ?? 'any listener')}`,
      rule: SAME_HOST,
    })),
  );
}

/** What the content of an object claims besides its name. */
function contentClaims(object: ApiObject): Claim[] {
  if (!['Service', 'Ingress', 'HTTPRoute'].includes(object.kind)) return [];
  const { spec, metadata } = object.toJson() as { spec?: Tree; metadata?: Tree };
  const annotations = (metadata?.annotations ?? {}) as Tree;
  if (object.kind === 'Service') return nodePorts(spec ?? {});
  if (object.kind === 'Ingress') return ingressPaths(spec ?? {}, annotations);
  // Rules with matches of their own part a host among several routes.
  const parted = mapsIn(spec?.rules).some(({ matches }) => matches !== undefined);
  return parted ? [] : routeHosts(spec ?? {}, object.metadata.namespace);
}

/** What an object claims: its name, ports of nodes, hosts with their paths. */
export function claimsOfObject(object: ApiObject): Claim[] {
  const { kind, name, apiGroup } = object;
  const namespace = isClusterScoped(kind) ? undefined : (object.metadata.namespace ?? 'default');
  const isKnown = apiGroup === 'core' || apiGroup.endsWith('.k8s.io') || !apiGroup.includes('.');
  return [
    {
      what: `${kind}${isKnown ? '' : `.${apiGroup}`} ${name}`,
      where: namespace === undefined ? CLUSTER : `namespace ${namespace}`,
      rule: SAME_NAMES,
      mend: namespace === undefined ? SAME_RELEASE.mend : undefined,
    },
    ...contentClaims(object),
  ];
}

/** What a release claims by the pods that it will start, and by the label that it is pruned by. */
export function claimsOfRelease(installation: Installation, objects: readonly ApiObject[]): Claim[] {
  const { KubeSpawner = {} } = hubConfiguration(installation).open as Record<string, Tree | undefined>;
  const ownNamespaces = String(KubeSpawner.user_namespace_template ?? '{hubnamespace}-{username}');
  const namespace = KubeSpawner.enable_user_namespaces
    ? ownNamespaces.replace('{hubnamespace}', installation.namespace)
    : String(KubeSpawner.namespace);
  const ofCluster = objects.some(({ kind }) => isClusterScoped(kind));
  return [
    {
      what: `users' pods named ${String(KubeSpawner.pod_name_template ?? 'jupyter-{user_server}')}`,
      where: `namespace ${namespace}`,
      rule: SAME_USER_PODS,
    },
    ...(ofCluster
      ? [
          {
            what: `objects labelled release: ${installation.release}`,
            where: CLUSTER,
            rule: SAME_RELEASE,
          },
        ]
      : []),
  ];
}
