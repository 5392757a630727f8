import { parse } from 'yaml';
import { Installation } from '../../lib/release/installation';
import { Manifest } from '../../lib/kubernetes/manifest';
import { releaseObjects } from '../../lib/components/manifests';
import { Part } from '../../lib/components/release-object';
import { propsFromHelmValues } from '../../lib/rules/values';

/** An object as data, for looking into. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at any place of any object
export type Data = any;

/** All objects for values of the chart, release and namespace `jhub`, or those of one part. Values are YAML, as users write them. */
export function objects(values = '', release = 'jhub', part?: Part): Manifest[] {
  const props = propsFromHelmValues(
    { release, namespace: 'jhub', values: parse(values, { version: '1.1' }) ?? {} },
    () => undefined,
  );
  const made = releaseObjects(new Installation(props));
  return made.filter((object) => part === undefined || object.part === part).map(({ manifest }) => manifest);
}

/** The one object of a kind and name, or undefined. */
export function find(all: readonly Manifest[], kind: string, name: string): Data {
  return all.find((object) => object.kind === kind && object.metadata.name === name);
}

/** The object of a kind and name for values of the chart. */
export function object(kind: string, name: string, values = ''): Data {
  const found = find(objects(values), kind, name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
}

/** Pod spec of a Deployment and the like. */
export function podSpec(kind: string, name: string, values = ''): Data {
  return object(kind, name, values).spec.template.spec;
}

/** JupyterHub's configuration as the hub's ConfigMap shows it, for values of the chart. */
export function hubConfig(values = ''): Data {
  return parse(object('ConfigMap', 'hub', values).data['config.yaml'], { version: '1.1' });
}

/** What a key of a Secret holds, or undefined. */
export function secretText(secret: Data, key: string): string | undefined {
  const data = secret.data?.[key];
  return data === undefined ? secret.stringData?.[key] : Buffer.from(data, 'base64').toString('utf8');
}
