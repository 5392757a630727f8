import { Tree, withoutUndefined } from '../../data/maps';
import { Callee, checkCall, OptionsError, refuse } from '../wire/refuse';
import { urlProblem } from './callback';
import { AuthenticatorKind } from './kind';
import { customKind, KINDS } from './kinds';
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
import { Sections, sectionsOf } from './sections';

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
    return told(Authenticator.dummy, () => {
      if (insecure === true && options.password !== undefined)
        throw new Error('dummy: give a password or insecure, not both');
      if (insecure !== true && options.password === undefined)
        throw new Error('dummy: password is missing; insecure: true lets everybody in with any password');
      return make('dummy', options);
    });
  }

  /**
   * One password for users, another one for admins: for trying out, and for a workshop. Whoever knows the users' password can log in under
   * any user's name, but not under an admin's.
   * @throws without a password, where admins have none, and where JupyterHub would refuse one
   */
  public static sharedPassword(props: SharedPasswordAuthenticatorProps): Authenticator {
    return make('sharedPassword', props);
  }

  /**
   * Users who sign up by themselves. Whoever does waits until an admin authorizes them, unless `openSignup` is true or they are named by
   * `Allow.users` or `admins`; `allow` says who of the authorized may enter.
   */
  public static native(props: NativeAuthenticatorProps): Authenticator {
    return make('native', props);
  }

  /** Users whose first password stays theirs. */
  public static firstUse(props: FirstUseAuthenticatorProps): Authenticator {
    return make('firstUse', props);
  }

  /**
   * A new user for each visit.
   * @throws where `allow` is not `Allow.all()`, as no other rule names anybody
   */
  public static tmp(props: AuthenticatorProps): Authenticator {
    return make('tmp', props);
  }

  /**
   * No login at all: for hubs that only services use (`null`).
   * @throws where `allow` is not `Allow.nobody()`
   */
  public static noAuthenticator(props: AuthenticatorProps): Authenticator {
    return make('noAuthenticator', props);
  }

  /** GitHub. `Allow.organizations` and `populateTeamsInAuthState` bring the scope that they need, `read:org`. */
  public static gitHub(props: GitHubAuthenticatorProps): Authenticator {
    return make('gitHub', props);
  }

  /** GitLab. `Allow.groups` and `Allow.projects` bring the scope that they need, `read_api`, where others are given. */
  public static gitLab(props: GitLabAuthenticatorProps): Authenticator {
    return make('gitLab', props);
  }

  /**
   * Google. `Allow.groups` and `adminGroups` need a service account and an admin for each domain of a group.
   * @throws for `Allow.domains` beside another rule, groups without service account, and user names that Google's users never have
   */
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
    return make('ciLogon', props);
  }

  /**
   * Auth0. The scopes `openid` and `email` are always asked for, as the authenticator needs the mail address.
   * @throws with neither `auth0Domain` nor `auth0Subdomain`, and for groups without `authStateGroupsKey`
   */
  public static auth0(props: Auth0AuthenticatorProps): Authenticator {
    return make('auth0', props);
  }

  /** Globus. `Allow.groups` and `adminGroups` bring the scope that they need. */
  public static globus(props: GlobusAuthenticatorProps): Authenticator {
    return make('globus', props);
  }

  /** Bitbucket. */
  public static bitbucket(props: OAuthProps): Authenticator {
    return make('bitbucket', props);
  }

  /**
   * Any OAuth 2.0 or OpenID Connect provider.
   * @throws unless there is one of `userdataUrl` and `userdataFromIdToken`
   */
  public static genericOAuth(props: GenericOAuthProps): Authenticator {
    return make('genericOAuth', props);
  }

  /**
   * LDAP.
   * @throws with neither `bindDnTemplate` nor `lookupDn`, or where one of them lacks what it needs
   */
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
    return told(
      Authenticator.custom,
      () => new Authenticator(authenticatorClass, sectionsOf(customKind(authenticatorClass), { ...props })),
    );
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

const URLS = /^(callbackUrl|authorizeUrl|tokenUrl|userdataUrl|jwksEndpoint|gitHubUrl|gitHubApi|gitLabUrl)$/;

/** What is wrong with an option that has a value of its type; undefined where nothing is. */
function optionProblem(kind: AuthenticatorKind, option: string, value: unknown): string | undefined {
  const why = kind.without?.[option];
  if (why !== undefined) return why;
  if (typeof value === 'string' && !value.trim()) return value === '' ? 'is empty' : 'is blank';
  // Of admins a check of user names tells.
  if (option !== 'admins' && Array.isArray(value) && value.some((item) => typeof item === 'string' && !item.trim()))
    return 'has an empty string in it';
  return URLS.test(option) ? urlProblem(value) : undefined;
}

type Factory = Exclude<keyof typeof Authenticator, 'prototype' | 'custom' | '_make' | '_of'>;

function make(factory: Factory, props: object): Authenticator {
  checkCall(`Authenticator.${factory}`, Authenticator[factory], [props]);
  const kind = KINDS.find((one) => one.factory === factory);
  if (!kind) throw new Error(`no authenticator ${factory}`);
  const problems = Object.entries(withoutUndefined(props as Tree)).flatMap(([option, value]) => {
    const message = optionProblem(kind, option, value);
    return message === undefined ? [] : [{ path: [option], message }];
  });
  refuse(`Authenticator.${factory}: `, problems, Authenticator[factory]);
  return told(Authenticator[factory], () => Authenticator._make(kind, props as AuthenticatorProps));
}

/** What a function makes; what it refuses is told as of the factory that the program calls. */
function told<T>(callee: Callee, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof OptionsError) throw error;
    const refused = new OptionsError([`Authenticator.${(error as Error).message}`]);
    Error.captureStackTrace(refused, callee);
    throw refused;
  }
}
