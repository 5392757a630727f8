import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { asManifestObject } from './manifest-object';

/** What there can be only one of. */
function identity(object: ApiObject): string {
  const own = asManifestObject(object);
  const namespace = own ? own.namespace : object.metadata.namespace;
  return `${object.kind} ${object.name} of ${namespace === undefined ? 'the cluster' : `namespace ${namespace}`}`;
}

/** The release that an object of the whole cluster says it is of. */
function clusterWideRelease(object: ApiObject): string | undefined {
  const own = asManifestObject(object);
  return own?.namespace === undefined ? own?.release : undefined;
}

/** Objects of a chart that another one of the app makes too, or would take away when it is pruned. */
export function collisions(jupyterhub: IConstruct): string[] {
  const all = jupyterhub.node.root.node.findAll().filter((node) => ApiObject.isApiObject(node)) as ApiObject[];
  const charts = ['', '-secrets', '-image-puller'].map((part) => `${jupyterhub.node.path}${part}/`);
  const own = all.filter((object) => charts.some((path) => object.node.path.startsWith(path)));
  const others = all.filter((object) => !own.includes(object));
  const byIdentity = new Map(others.map((object) => [identity(object), object]));
  const sameNames = own.flatMap((object) => {
    const other = byIdentity.get(identity(object));
    return other
      ? [`${identity(object)} is made by ${other.node.path} too: give one of them another namespace or name`]
      : [];
  });
  if (sameNames.length) return sameNames;
  const releases = new Set(own.map(clusterWideRelease));
  releases.delete(undefined);
  const namesake = others.find((object) => releases.has(clusterWideRelease(object)));
  if (!namesake) return [];
  return [
    `release ${clusterWideRelease(namesake)} is ${namesake.node.path.split('/')[0]}'s too, and both have objects in the whole cluster: ` +
      'give one of them another release name, as pruning tells them apart by it',
  ];
}
