import { AllowRule } from './allow-rule';
import { CiLogonIdentityProviderProps, identityProviderProblem, identityProviderTraits } from './identity-provider';
import { checkCall } from '../wire/refuse';

/** Who may enter. Since JupyterHub 5, an authenticator without a rule lets nobody in. */
export class Allow {
  /** Everybody who can authenticate. */
  public static all(): Allow {
    return new Allow([{ kind: 'all', value: true }]);
  }

  /** These users, and those that an admin adds. */
  public static users(...names: string[]): Allow {
    checkCall('Allow.users', Allow.users, names);
    return new Allow([{ kind: 'users', value: names }]);
  }

  /** Users that the hub's database knows already. */
  public static existingUsers(): Allow {
    return new Allow([{ kind: 'existingUsers', value: true }]);
  }

  /** Members of groups, as the provider names them. With OAuth, JupyterHub takes over the groups of users (`manage_groups`). */
  public static groups(...names: string[]): Allow {
    checkCall('Allow.groups', Allow.groups, names);
    return new Allow([{ kind: 'groups', value: names }]);
  }

  /** Members of GitHub organizations, or of teams in them: `org`, `org:team`. */
  public static organizations(...names: string[]): Allow {
    checkCall('Allow.organizations', Allow.organizations, names);
    return new Allow([{ kind: 'organizations', value: names }]);
  }

  /** Members of Bitbucket teams. */
  public static teams(...names: string[]): Allow {
    checkCall('Allow.teams', Allow.teams, names);
    return new Allow([{ kind: 'teams', value: names }]);
  }

  /** Members of GitLab projects, by id, from developer on. */
  public static projects(...ids: number[]): Allow {
    checkCall('Allow.projects', Allow.projects, ids);
    return new Allow([{ kind: 'projects', value: ids }]);
  }

  /** Accounts of Google Workspace domains. */
  public static domains(...names: string[]): Allow {
    checkCall('Allow.domains', Allow.domains, names);
    return new Allow([{ kind: 'domains', value: names }]);
  }

  /**
   * Users of identity providers of CILogon (`CILogonOAuthenticator.idps`): by the provider's entity id, how user names are made, and who of it
   * enters. A provider that says nobody lets in those that another rule names.
   * @throws where an action lacks what it needs
   */
  public static identityProviders(providers: { [entityId: string]: CiLogonIdentityProviderProps }): Allow {
    checkCall('Allow.identityProviders', Allow.identityProviders, [providers]);
    const value = Object.entries(providers).map(([id, provider]) => {
      const problem = identityProviderProblem(provider);
      if (problem) throw new Error(`Allow.identityProviders: ${id}: ${problem}`);
      return [id, identityProviderTraits(provider)];
    });
    return new Allow([{ kind: 'identityProviders', value: Object.fromEntries(value) as unknown }]);
  }

  /** Nobody but admins, until one of them adds users. */
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
