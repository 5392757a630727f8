import { withoutUndefined, nonEmpty } from '../../data/maps';
import { checkCall } from '../wire/refuse';
import { Allow } from './allow';
import { AuthenticatorKind, COMMON_ALLOW, customKind, KINDS } from './kinds';
import {
  Auth0AuthenticatorProps,
  AzureAdAuthenticatorProps,
  CiLogonAuthenticatorProps,
  GenericOAuthProps,
  GitHubAuthenticatorProps,
  GitLabAuthenticatorProps,
  GlobusAuthenticatorProps,
  GoogleAuthenticatorProps,
  OAuthProps,
} from './oauth-props';
import {
  AuthenticatorProps,
  DummyAuthenticatorProps,
  FirstUseAuthenticatorProps,
  HmacAuthenticatorProps,
  LdapAuthenticatorProps,
  Lti11AuthenticatorProps,
  Lti13AuthenticatorProps,
  NativeAuthenticatorProps,
  SharedPasswordAuthenticatorProps,
} from './props';

type Sections = Record<string, Record<string, unknown>>;

/** How users log in, and who may. */
export class Authenticator {
  /** @internal */
  public readonly _opaque = true as const;

  /**
   * For trying out: any name, one password.
   * @throws without a password, unless `insecure` says that none is meant
   */
  public static dummy(props: DummyAuthenticatorProps): Authenticator {
    checkCall('Authenticator.dummy', Authenticator.dummy, [props]);
    const { insecure, ...options } = props;
    if (insecure === true && options.password !== undefined)
      throw new Error('dummy: give a password or insecure, not both');
    if (insecure !== true && options.password === undefined) {
      throw new Error('dummy: password is missing; insecure: true lets everybody in with any password');
    }
    return make('dummy', options);
  }

  /** One password for users, another one for admins. */
  public static sharedPassword(props: SharedPasswordAuthenticatorProps): Authenticator {
    return make('sharedPassword', props);
  }

  /** Users who sign up by themselves. */
  public static native(props: NativeAuthenticatorProps): Authenticator {
    return make('native', props);
  }

  /** Users whose first password stays theirs. */
  public static firstUse(props: FirstUseAuthenticatorProps): Authenticator {
    return make('firstUse', props);
  }

  /** A new user for each visit. */
  public static tmp(props: AuthenticatorProps): Authenticator {
    return make('tmp', props);
  }

  /** No login at all: for hubs that only services use (`null`). */
  public static noAuthenticator(props: AuthenticatorProps): Authenticator {
    return make('noAuthenticator', props);
  }

  /** GitHub. */
  public static gitHub(props: GitHubAuthenticatorProps): Authenticator {
    return make('gitHub', props);
  }

  /** GitLab. */
  public static gitLab(props: GitLabAuthenticatorProps): Authenticator {
    return make('gitLab', props);
  }

  /** Google. */
  public static google(props: GoogleAuthenticatorProps): Authenticator {
    return make('google', props);
  }

  /** Microsoft Entra ID, once Azure AD. */
  public static azureAd(props: AzureAdAuthenticatorProps): Authenticator {
    return make('azureAd', props);
  }

  /**
   * CILogon.
   * @throws without `Allow.identityProviders`, as nobody could log in
   */
  public static ciLogon(props: CiLogonAuthenticatorProps): Authenticator {
    const made = make('ciLogon', props);
    const { allow, traits } = props;
    if (!allow._rules.some(({ kind }) => kind === 'identityProviders') && !traits?.idps && !traits?.allowed_idps)
      throw new Error('ciLogon: allow needs Allow.identityProviders, with what is allowed of each provider');
    return made;
  }

  /** Auth0. */
  public static auth0(props: Auth0AuthenticatorProps): Authenticator {
    return make('auth0', props);
  }

  /** Globus. */
  public static globus(props: GlobusAuthenticatorProps): Authenticator {
    return make('globus', props);
  }

  /** Bitbucket. */
  public static bitbucket(props: OAuthProps): Authenticator {
    return make('bitbucket', props);
  }

  /**
   * Any OAuth 2.0 or OpenID Connect provider.
   * @throws with both `userdataUrl` and `userdataFromIdToken`
   */
  public static genericOAuth(props: GenericOAuthProps): Authenticator {
    const made = make('genericOAuth', props);
    if (props.userdataUrl && props.userdataFromIdToken === true)
      throw new Error('genericOAuth: give userdataUrl or userdataFromIdToken, not both');
    return made;
  }

  /** LDAP. */
  public static ldap(props: LdapAuthenticatorProps): Authenticator {
    return make('ldap', props);
  }

  /** A learning management system by LTI 1.1. */
  public static lti11(props: Lti11AuthenticatorProps): Authenticator {
    return make('lti11', props);
  }

  /** A learning management system by LTI 1.3. */
  public static lti13(props: Lti13AuthenticatorProps): Authenticator {
    return make('lti13', props);
  }

  /** Signed links. */
  public static hmac(props: HmacAuthenticatorProps): Authenticator {
    return make('hmac', props);
  }

  /**
   * Any other class.
   * @param authenticatorClass its import path, or the name it is registered by (`JupyterHub.authenticator_class`)
   * @param props who may enter, and traits; `traits` are those of the class that the path ends in
   */
  public static custom(authenticatorClass: string, props: AuthenticatorProps): Authenticator {
    checkCall('Authenticator.custom', Authenticator.custom, [authenticatorClass, props]);
    return new Authenticator(authenticatorClass, sectionsOf(customKind(authenticatorClass), { ...props }));
  }

  /**
   * The general form: any class, any traits.
   * @param isNamed whether the class was given, rather than left to the default
   * @internal
   */
  public static _of(authenticatorClass: string | undefined, config: Sections, isNamed: boolean): Authenticator {
    return new Authenticator(authenticatorClass, config, undefined, isNamed);
  }

  /** @internal */
  public static _make(kind: AuthenticatorKind, props: AuthenticatorProps): Authenticator {
    const { callbackUrl } = props as { callbackUrl?: unknown };
    const checked = typeof callbackUrl === 'string' ? callbackUrl : undefined;
    return new Authenticator(kind.authenticatorClass, sectionsOf(kind, { ...props }), checked);
  }

  private constructor(
    /** Its import path or registered name; undefined leaves it to JupyterHub. */
    public readonly authenticatorClass: string | undefined,
    /**
     * Traits by class.
     * @internal
     */
    public readonly _config: Sections,
    /**
     * The callback URL, where it is to be held against the exposure.
     * @internal
     */
    public readonly _callbackUrl?: string,
    /**
     * Whether who may enter is still to be checked: of a class that values name, as a factory has checked it.
     * @internal
     */
    public readonly _isUnchecked = false,
  ) {}
}

/** What to do instead. */
const WHY: Record<string, string> = {
  autoLogin: ': leave it out, users are always sent on at once',
  usernameClaim: ': give it for each provider in Allow.identityProviders',
};

type Factory = Exclude<keyof typeof Authenticator, 'prototype' | 'custom' | '_make' | '_of'>;

function make(factory: Factory, props: AuthenticatorProps): Authenticator {
  checkCall(`Authenticator.${factory}`, Authenticator[factory], [props]);
  const kind = KINDS.find((one) => one.factory === factory);
  if (!kind) throw new Error(`no authenticator ${factory}`);
  const refused = (kind.without ?? []).find(
    (option) => (props as unknown as Record<string, unknown>)[option] !== undefined,
  );
  if (refused) throw new Error(`${factory} knows no ${refused}${WHY[refused] ?? ''}`);
  return Authenticator._make(kind, props);
}

/** The traits of the rules, each in the section that knows it. */
function allowTraits(
  kind: AuthenticatorKind,
  allow: Allow,
): { common: Record<string, unknown>; own: Record<string, unknown> } {
  const common: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  for (const rule of allow._rules) {
    const trait = COMMON_ALLOW[rule.kind] ?? kind.allow[rule.kind];
    if (trait === undefined) {
      const known = [...Object.keys(COMMON_ALLOW), ...Object.keys(kind.allow), 'nobody'];
      throw new Error(
        `${kind.factory} knows no Allow.${rule.kind}; it knows ${known.map((name) => `Allow.${name}`).join(', ')}`,
      );
    }
    const section = rule.kind in COMMON_ALLOW ? common : own;
    const before = section[trait];
    section[trait] = Array.isArray(before) ? [...(before as unknown[]), ...(rule.value as unknown[])] : rule.value;
  }
  return { common: { ...common, ...everybody(kind, allow, common) }, own };
}

/** Whether everybody enters who can log in, where JupyterHub's own default would have it otherwise. */
function everybody(kind: AuthenticatorKind, allow: Allow, common: Record<string, unknown>): Record<string, unknown> {
  if (allow._rules.some((rule) => kind.restrictions?.includes(rule.kind))) {
    if (allow._rules.some((rule) => !kind.restrictions?.includes(rule.kind))) {
      const [own] = kind.restrictions ?? [];
      throw new Error(
        `${kind.factory}: Allow.${own} goes with no other rule, as ${kind.allow[own]} keeps out everybody else`,
      );
    }
    return { allow_all: true };
  }
  const isClosed = allow._byTraits || 'allow_all' in common || nonEmpty(common.allowed_users) !== undefined;
  return kind.isOpenByDefault && !isClosed ? { allow_all: false } : {};
}

/** What options about groups imply, unless a section says it already. */
function managedGroups(
  kind: AuthenticatorKind,
  own: Record<string, unknown>,
  config: Sections,
): Record<string, unknown> {
  const isNeeded = (kind.needManagedGroups ?? []).some((trait) => nonEmpty(own[trait]) !== undefined);
  const isSaid = Object.values(config).some((traits) => 'manage_groups' in traits);
  return isNeeded && !isSaid ? { manage_groups: true } : {};
}

function sectionsOf(kind: AuthenticatorKind, props: AuthenticatorProps & Record<string, unknown>): Sections {
  const { allow, admins, enableAuthState, autoLogin, traits, config, ...options } = props;
  const rules = allowTraits(kind, allow);
  const own = Object.entries(options).map(([option, value]) => [kind.options[option] ?? option, value]);
  const sections: Sections = {
    Authenticator: withoutUndefined({
      admin_users: admins,
      enable_auth_state: enableAuthState,
      auto_login: autoLogin,
      ...rules.common,
    }),
    [kind.section]: {
      ...managedGroups(kind, { ...Object.fromEntries(own), ...rules.own }, (config ?? {}) as Sections),
      ...withoutUndefined({ ...Object.fromEntries(own), ...rules.own, ...traits }),
    },
  };
  for (const [section, more] of Object.entries((config ?? {}) as Sections)) {
    sections[section] = { ...sections[section], ...more };
  }
  return Object.fromEntries(Object.entries(sections).filter(([, all]) => nonEmpty(all)));
}
