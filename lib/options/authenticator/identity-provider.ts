import { Tree } from '../../data/maps';

/** What CILogon makes of a user name of an identity provider. */
export enum CiLogonUsernameAction {
  /** Leaves the provider's domain out. */
  STRIP_IDP_DOMAIN = 'strip_idp_domain',
  /** Puts a prefix before it, for names that are unique within their provider only. */
  PREFIX = 'prefix',
}

/** An identity provider whose users may enter (`CILogonOAuthenticator.idps`). */
export interface CiLogonIdentityProviderProps {
  /** Claim that is the user name, `email` or `eppn` for example. */
  readonly usernameClaim: string;
  /**
   * What is made of the user name.
   * @default - nothing
   */
  readonly action?: CiLogonUsernameAction;
  /**
   * Domain that is left out, for `STRIP_IDP_DOMAIN`.
   * @default - none
   */
  readonly domain?: string;
  /**
   * Prefix of the names, for `PREFIX`.
   * @default - none
   */
  readonly prefix?: string;
  /**
   * Whether all of its users may enter.
   * @default false
   */
  readonly allowAll?: boolean;
  /**
   * Domains whose users may enter, as the end of the claim `allowedDomainsClaim`.
   * @default []
   */
  readonly allowedDomains?: string[];
  /**
   * Claim that those domains are looked for in.
   * @default - the claim that is the user name
   */
  readonly allowedDomainsClaim?: string;
  /**
   * Whether it is the first choice on the page.
   * @default false
   */
  readonly default?: boolean;
}

/** Options by the trait's words: those of the user name first, then those beside them. */
const USERNAME = { usernameClaim: 'username_claim', action: 'action', domain: 'domain', prefix: 'prefix' };
const OTHERS = {
  allowAll: 'allow_all',
  allowedDomains: 'allowed_domains',
  allowedDomainsClaim: 'allowed_domains_claim',
  default: 'default',
};

function renamed(tree: Tree, names: Record<string, string>): Tree {
  const known = Object.entries(tree).filter(([key, value]) => key in names && value !== undefined);
  return Object.fromEntries(known.map(([key, value]) => [names[key], value]));
}

function inverse(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([key, word]) => [word, key]));
}

/** What is wrong with a provider; undefined where nothing is. */
export function identityProviderProblem(id: string, provider: CiLogonIdentityProviderProps): string | undefined {
  const { action, domain, prefix, usernameClaim, allowedDomains } = provider;
  if (!/^(https?|urn):./.test(id))
    return 'is no entity id of CILogon, a URL or URN as https://cilogon.org/idplist has them';
  if (!usernameClaim) return 'usernameClaim is missing';
  if (action === CiLogonUsernameAction.STRIP_IDP_DOMAIN && !domain) return 'STRIP_IDP_DOMAIN needs a domain';
  if (action === CiLogonUsernameAction.PREFIX && !prefix) return 'PREFIX needs a prefix';
  const wrong = allowedDomains?.find((one) => one === '' || one.includes('@'));
  return wrong === undefined
    ? undefined
    : `allowedDomains must be domains like example.org, but has ${JSON.stringify(wrong)}`;
}

/** @throws where there is no provider, or something is wrong with one */
export function refuseIdentityProviders(providers: { [entityId: string]: CiLogonIdentityProviderProps }): void {
  const rule = 'Allow.identityProviders';
  if (!Object.keys(providers).length) throw new Error(`${rule}: names no provider, and nobody can log in without one`);
  for (const [id, provider] of Object.entries(providers)) {
    const problem = identityProviderProblem(id, provider);
    if (problem) throw new Error(`${rule}: ${id}: ${problem}`);
  }
}

/** A provider in the trait's own words. */
export function identityProviderTraits(provider: CiLogonIdentityProviderProps): Tree {
  const own = provider as unknown as Tree;
  return { username_derivation: renamed(own, USERNAME), ...renamed(own, OTHERS) };
}

/** The options that a provider in the trait's own words stands for; what no option says is lost. */
export function identityProviderProps(traits: Tree): Tree {
  const { username_derivation: username, ...others } = traits;
  return { ...renamed((username ?? {}) as Tree, inverse(USERNAME)), ...renamed(others, inverse(OTHERS)) };
}
