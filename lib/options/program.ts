import { complete } from '../data/complete';
import { Wire } from '../kubernetes/wire';
import { JupyterHubProps } from './props';
import { structToWire } from './wire/to-wire';

/** All options, in the form of manifests. */
export type WireProps = Omit<Wire<JupyterHubProps>, 'overrides'>;

/** What came from values, and so is in this form already. */
const TRANSLATED = new WeakSet<object>();

/** Options in the form of manifests, to stand where typed ones are asked for. */
export function asProps(wire: WireProps): JupyterHubProps {
  TRANSLATED.add(wire);
  return wire as unknown as JupyterHubProps;
}

/** All options of a program in the form of manifests, with what is laid over them. */
export function propsToWire(props: JupyterHubProps): WireProps {
  if (TRANSLATED.has(props)) return props as unknown as WireProps;
  const { overrides, ...typed } = props;
  return complete(structToWire(typed as JupyterHubProps, 'JupyterHubProps'), overrides) as WireProps;
}
