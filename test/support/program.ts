import { App, Testing } from 'cdk8s';
import { Allow, Authenticator, JupyterHub, JupyterHubProps } from '../../lib';
import { parse } from 'yaml';
import { Data } from './objects';

/** The options that there have to be: a namespace and somebody who may enter. */
export function somebodyMayEnter(): JupyterHubProps {
  return { namespace: 'jhub', authenticator: Authenticator.dummy({ insecure: true, allow: Allow.all() }) };
}

/** A JupyterHub of a program. */
export function jupyterhub(props: Partial<JupyterHubProps> = {}): JupyterHub {
  return new JupyterHub(Testing.app() as App, 'jhub', { ...somebodyMayEnter(), ...props });
}

/** What an object of a JupyterHub is written as. */
export function written(hub: JupyterHub, kind: string, name: string): Data {
  const all = [...hub.hub.objects, ...hub.proxy.objects, ...hub.spawner.objects, ...hub.userScheduler.objects];
  const found = all.find((object) => object.kind === kind && object.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found.toJson();
}

/** JupyterHub's configuration, as its ConfigMap shows it. */
export function configuration(hub: JupyterHub): Data {
  return parse(written(hub, 'ConfigMap', 'hub').data['config.yaml'], { version: '1.1' });
}
