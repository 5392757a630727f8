import { AuthenticatorKind } from './kind';
import { LOCAL_KINDS } from './local-kinds';
import { OAUTH_KINDS } from './oauth-kinds';

/** Every factory. The table serves both ways: it makes traits of options, and finds the options for traits. */
export const KINDS: readonly AuthenticatorKind[] = [...LOCAL_KINDS, ...OAUTH_KINDS];

/** A class that has no factory of its own. */
export function customKind(authenticatorClass: string): AuthenticatorKind {
  return {
    factory: 'custom',
    authenticatorClass,
    section: authenticatorClass.split('.').pop() ?? authenticatorClass,
    props: 'AuthenticatorProps',
    options: {},
    allow: { groups: 'allowed_groups' },
    isOpenByDefault: true, // as it may be a subclass of one that is
  };
}
