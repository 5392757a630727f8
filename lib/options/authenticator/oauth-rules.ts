import { nonEmpty, Tree } from '../../data/maps';
import { Draft } from './kind';

/** The scopes, and those that are missing among them; nothing where none is. */
function withScopes(scope: unknown, ...needed: readonly string[]): Tree {
  const given = Array.isArray(scope) ? (scope as string[]) : [];
  const missing = needed.filter((one) => !given.includes(one));
  return missing.length ? { scope: [...given, ...missing] } : {};
}

/** Traits with which OAuthenticator starts only where `manage_groups` is true. */
export const NEED_MANAGED_GROUPS: readonly string[] = ['allowed_groups', 'admin_groups', 'auth_state_groups_key'];

/** What options about groups imply, unless a trait says it already. */
export function managedGroups({ own, traits }: Draft): Tree {
  const isNeeded = NEED_MANAGED_GROUPS.some((trait) => nonEmpty(own[trait]) !== undefined);
  return isNeeded && !('manage_groups' in traits) ? { manage_groups: true } : {};
}

/** Groups of a provider of which JupyterHub does not know where it tells them. */
function namedGroups(factory: string, draft: Draft): Tree {
  const { own, traits } = draft;
  const option = own.admin_groups ? 'adminGroups' : 'Allow.groups';
  if ((own.admin_groups || own.allowed_groups) && !traits.auth_state_groups_key) {
    throw new Error(
      `${factory}: ${option} needs authStateGroupsKey: where the groups stand in what the provider tells of a user`,
    );
  }
  return managedGroups(draft);
}

/** @throws where a user is named in a way that the provider names nobody */
function refuseDomains(factory: string, { rules, admins, traits }: Draft, how: string): void {
  const names = [...((rules.get('users') ?? []) as string[]), ...admins];
  const wrong = 'username_claim' in traits ? undefined : names.find((name) => name.includes('@'));
  if (wrong !== undefined) throw new Error(`${factory}: nobody is called ${wrong}: ${how}`);
}

/** Without the scope `read:org`, GitHub tells of public memberships only. */
export function gitHub(draft: Draft): Tree {
  const { own, rules } = draft;
  refuseDomains('gitHub', draft, 'users are known by their login, which has no @');
  return rules.has('organizations') || own.populate_teams_in_auth_state === true
    ? withScopes(own.scope, 'read:org')
    : {};
}

/** Where no scope is asked for, GitLab gives `api`; any other than that and `read_api` tells nothing of members. */
export function gitLab(draft: Draft): Tree {
  const { own, rules } = draft;
  refuseDomains('gitLab', draft, 'users are known by their user name, which has no @');
  const scope = (own.scope ?? []) as string[];
  // It quotes the slash twice: https://github.com/jupyterhub/oauthenticator/issues/423
  const subgroup = ((own.allowed_gitlab_groups ?? []) as string[]).find((group) => group.includes('/'));
  if (subgroup !== undefined)
    throw new Error(
      `gitLab: oauthenticator finds no subgroup by its path, so nobody would enter: give the id of ${subgroup}`,
    );
  const asks = rules.has('groups') || rules.has('projects');
  return asks && scope.length && !scope.includes('api') ? withScopes(scope, 'read_api') : {};
}

const GLOBUS_GROUPS = 'urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships';

/** The scope of groups is among the defaults where groups are named, and has to be beside others that are given. */
export function globus(draft: Draft): Tree {
  const { own } = draft;
  refuseDomains('globus', { ...draft, traits: {} }, 'the name of a user ends before the @');
  const asks = own.allowed_globus_groups !== undefined || nonEmpty(own.admin_globus_groups) !== undefined;
  return asks && own.scope !== undefined ? withScopes(own.scope, GLOBUS_GROUPS) : {};
}

/** Auth0 tells of a user what the scopes ask for, and the authenticator needs the mail address. */
export function auth0(draft: Draft): Tree {
  const { own, traits } = draft;
  if (!traits.auth0_domain && !traits.auth0_subdomain)
    throw new Error('auth0: auth0Domain is missing, so the hub would not start');
  return { ...namedGroups('auth0', draft), ...withScopes(own.scope, 'openid', 'email') };
}

/** Nobody logs in but by a provider that is named. */
export function ciLogon(draft: Draft): Tree {
  const { rules, admins, own, traits } = draft;
  if (!rules.has('identityProviders') && !traits.idps && !traits.allowed_idps)
    throw new Error('ciLogon: allow needs Allow.identityProviders, with what is allowed of each provider');
  const providers = Object.values((rules.get('identityProviders') ?? {}) as Record<string, Tree>);
  const admits = providers.some((provider) => provider.allow_all === true || nonEmpty(provider.allowed_domains));
  if (rules.size === 1 && providers.length && !admits && !admins.length && !nonEmpty(own.admin_groups)) {
    throw new Error(
      'ciLogon: nobody could enter: give a provider allowAll or allowedDomains, or another rule by Allow.anyOf',
    );
  }
  return namedGroups('ciLogon', draft);
}

export function genericOAuth(draft: Draft): Tree {
  const { own, traits } = draft;
  const isInToken = traits.userdata_from_id_token === true;
  if (own.userdata_url && own.userdata_from_id_token === true)
    throw new Error('genericOAuth: give userdataUrl or userdataFromIdToken, not both');
  if (!traits.userdata_url && !isInToken)
    throw new Error(
      'genericOAuth: give userdataUrl, or userdataFromIdToken: true where the id token tells of the user',
    );
  const scopes = (own.allowed_scopes ?? []) as string[];
  return { ...managedGroups(draft), ...withScopes(own.scope, ...scopes) };
}
