import { AllowRule, RuleKind } from './allow-rule';
import { CiLogonIdentityProviderProps, identityProviderTraits, refuseIdentityProviders } from './identity-provider';
import { checkCall } from '../wire/refuse';
import { refuseUserNames } from './user-names';

/** The names of a rule: one at least, none of them empty. */
function named(rule: RuleKind, what: string, names: readonly string[], isOne: (name: string) => boolean): AllowRule {
  if (!names.length) throw new Error(`Allow.${rule}: names nobody; give ${what}, or Allow.nobody()`);
  const wrong = names.find((name) => name.trim() !== name || name === '' || !isOne(name));
  if (wrong !== undefined) throw new Error(`Allow.${rule}: must be ${what}, but is ${JSON.stringify(wrong)}`);
  return { kind: rule, value: names };
}

const isAnything = (): boolean => true;

/** `org` or `org:team`, as they stand in a URL. */
const isOrganization = (name: string): boolean => /^[\w-]+(:[\w.-]+)?$/.test(name);

const isDomain = (name: string): boolean => /^[\w-]+(\.[\w-]+)+$/.test(name);

/** Who may enter. Since JupyterHub 5, an authenticator without a rule lets nobody in. */
export class Allow {
  /** Everybody who can authenticate. */
  public static all(): Allow {
    return new Allow([{ kind: 'all', value: true }]);
  }

  /**
   * These users. With an OAuth provider nobody else enters by it; any other class then lets in whoever the hub's database knows, too
   * (`Authenticator.allow_existing_users`): users that an admin adds, and those that were let in before.
   * @param names one at least, as JupyterHub knows them; case does not matter
   * @throws where nobody is named, or a name is one that JupyterHub refuses
   */
  public static users(...names: string[]): Allow {
    checkCall('Allow.users', Allow.users, names);
    refuseUserNames('Allow.users', names);
    return new Allow([named('users', 'names of users', names, isAnything)]);
  }

  /** Users that the hub's database knows: those that an admin adds, and those that were let in before. */
  public static existingUsers(): Allow {
    return new Allow([{ kind: 'existingUsers', value: true }]);
  }

  /**
   * Members of groups, as the provider names them: GitLab's by their path, and subgroups by their id; Google's by their address; Globus' by
   * their id; LDAP's by their distinguished name. With other OAuth providers, JupyterHub takes over the groups of users (`manage_groups`).
   * @param names one at least
   */
  public static groups(...names: string[]): Allow {
    checkCall('Allow.groups', Allow.groups, names);
    return new Allow([named('groups', 'names of groups', names, isAnything)]);
  }

  /**
   * Members of GitHub organizations, or of teams in them. The hub then asks GitHub for private memberships, too (scope `read:org`).
   * @param names `org` or `org:team`, one at least, as they stand in a URL
   */
  public static organizations(...names: string[]): Allow {
    checkCall('Allow.organizations', Allow.organizations, names);
    return new Allow([named('organizations', '"org" or "org:team" of GitHub', names, isOrganization)]);
  }

  /**
   * Members of Bitbucket workspaces, once called teams.
   * @param names their names as they are shown, one at least
   */
  public static teams(...names: string[]): Allow {
    checkCall('Allow.teams', Allow.teams, names);
    return new Allow([named('teams', 'names of Bitbucket workspaces', names, isAnything)]);
  }

  /**
   * Members of GitLab projects, from developer on.
   * @param ids their ids, one at least
   */
  public static projects(...ids: number[]): Allow {
    checkCall('Allow.projects', Allow.projects, ids);
    if (!ids.length || ids.some((id) => !Number.isInteger(id) || id <= 0))
      throw new Error(`Allow.projects: must be ids of GitLab projects, integers from 1, but is ${JSON.stringify(ids)}`);
    return new Allow([{ kind: 'projects', value: ids }]);
  }

  /**
   * Accounts of Google Workspace domains. It goes with no other rule, as `GoogleOAuthenticator.hosted_domain` keeps out everybody else.
   * @param names one at least
   */
  public static domains(...names: string[]): Allow {
    checkCall('Allow.domains', Allow.domains, names);
    return new Allow([named('domains', 'domains like example.org', names, isDomain)]);
  }

  /**
   * Users whom the provider has granted all of these scopes (`OAuthenticator.allowed_scopes`). The hub then asks for them.
   * @param names one at least
   */
  public static scopes(...names: string[]): Allow {
    checkCall('Allow.scopes', Allow.scopes, names);
    return new Allow([named('scopes', 'names of scopes', names, (name) => !/\s/.test(name))]);
  }

  /**
   * Users of identity providers of CILogon (`CILogonOAuthenticator.idps`): by the provider's entity id, how user names are made, and who of it
   * enters. A provider that says nobody lets in those that another rule names.
   * @throws where an id is none, or an action lacks what it needs
   */
  public static identityProviders(providers: { [entityId: string]: CiLogonIdentityProviderProps }): Allow {
    checkCall('Allow.identityProviders', Allow.identityProviders, [providers]);
    refuseIdentityProviders(providers);
    const value = Object.entries(providers).map(([id, provider]) => [id, identityProviderTraits(provider)]);
    return new Allow([{ kind: 'identityProviders', value: Object.fromEntries(value) as unknown }]);
  }

  /** Nobody but admins. */
  public static nobody(): Allow {
    return new Allow([]);
  }

  /** Whom the traits given beside let in, by rules of the class's own, or the class itself where it needs none. */
  public static byTraits(): Allow {
    return new Allow([], true);
  }

  /** Everybody whom one of the rules lets in. */
  public static anyOf(...rules: Allow[]): Allow {
    checkCall('Allow.anyOf', Allow.anyOf, rules);
    if (!rules.length) throw new Error('Allow.anyOf: names no rule; give one at least, or Allow.nobody()');
    return new Allow(
      rules.flatMap((allow) => allow._rules),
      rules.some((allow) => allow._byTraits),
    );
  }

  private constructor(
    /**
     * The conditions; one that holds is enough.
     * @internal
     */
    public readonly _rules: AllowRule[],
    /**
     * Whether traits that are given beside decide, too.
     * @internal
     */
    public readonly _byTraits = false,
  ) {}
}
