import { Installation } from '../../lib/installation';
import { Manifest } from '../../lib/kubernetes/manifest';
import { componentManifests } from '../../lib/manifests';
import { propsToWire } from '../../lib/options/to-wire';
import { JupyterHubProps } from '../../lib/props';
import { somebodyMayEnter } from './program';

/** All objects of a release called `jhub` in namespace `jhub` with these options. */
export function objectsOf(props: Partial<JupyterHubProps> = {}): Manifest[] {
  const wire = propsToWire({ ...somebodyMayEnter(), ...props });
  const installation = new Installation({ ...wire, release: 'jhub' });
  return Object.values(componentManifests(installation)).flat();
}
