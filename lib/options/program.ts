import { complete } from '../data/complete';
import { Wire } from '../kubernetes/wire';
import { Authenticator } from './authenticator/authenticator';
import { JupyterHubProps } from './props';
import { structToWire } from './wire/to-wire';

/** All options, in the form of manifests. */
export type WireProps = Omit<Wire<JupyterHubProps>, 'overrides'>;

/** Options that came from values: they are in the form of manifests already. */
export class TranslatedProps implements JupyterHubProps {
  readonly namespace: string;
  readonly release?: string;
  readonly authenticator: Authenticator;

  constructor(readonly wire: WireProps) {
    this.namespace = wire.namespace;
    this.release = wire.release;
    this.authenticator = wire.authenticator;
  }
}

/** All options of a program in the form of manifests, with what is laid over them. */
export function propsToWire(props: JupyterHubProps): WireProps {
  if (props instanceof TranslatedProps) return props.wire;
  const { overrides, ...typed } = props;
  return complete(structToWire(typed as JupyterHubProps, 'JupyterHubProps'), overrides) as WireProps;
}
