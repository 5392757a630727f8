import { Installation } from '../../lib/release/installation';
import { Manifest } from '../../lib/kubernetes/manifest';
import { releaseManifests } from '../../lib/components/manifests';
import { propsToWire } from '../../lib/options/program';
import { JupyterHubProps } from '../../lib/options/props';
import { somebodyMayEnter } from './program';

/** All objects of a release called `jhub` in namespace `jhub` with these options. */
export function objectsOf(props: Partial<JupyterHubProps> = {}): Manifest[] {
  const wire = propsToWire({ ...somebodyMayEnter(), ...props });
  const installation = new Installation({ ...wire, release: 'jhub' });
  return [...releaseManifests(installation)];
}
