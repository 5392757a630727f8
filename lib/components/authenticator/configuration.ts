import { mergeTraits, setTraits, Traits } from '../../release/traits';
import { Installation } from '../../release/installation';

/** The authenticator's share of JupyterHub's configuration. */
export function authenticatorTraits({ props }: Installation): Traits {
  const { authenticatorClass, _config: config } = props.authenticator;
  return mergeTraits({ JupyterHub: setTraits({ authenticator_class: authenticatorClass }) }, config as Traits);
}
