import { isMap, Tree } from '../../data/maps';
import { Conversion, Draft } from './kind';

const ADDRESS = /^([^@\s]+)@([^@\s]+\.[^@\s]+)$/;

/** Groups by their addresses, which Google's class has by domain. */
export const GOOGLE_GROUPS: Conversion = {
  toTrait: (addresses: readonly string[]) => {
    const byDomain: Record<string, string[]> = {};
    for (const address of addresses) {
      const [, name, domain] = ADDRESS.exec(address) ?? [];
      if (!domain) throw new Error(`google: a group is named by its address, staff@example.org, not ${address}`);
      (byDomain[domain] ??= []).push(name);
    }
    return byDomain;
  },
  toOption: (trait) => {
    if (!isMap(trait) || !Object.values(trait).every((names) => Array.isArray(names) && names.length)) return undefined;
    return Object.entries(trait as Record<string, unknown[]>).flatMap(([domain, names]) =>
      names.map((name) => `${String(name)}@${domain}`),
    );
  },
};

/** What the hub needs to be told the groups of a user, for each domain. */
function refuseWithoutAdministrator({ traits }: Draft, domains: readonly string[]): void {
  const needed = [
    [
      'gsuiteAdministrator',
      traits.gsuite_administrator,
      'the name, without domain, of the admin in whose name groups are asked for',
    ],
    [
      'googleServiceAccountKeys',
      traits.google_service_account_keys,
      'the file of the service account that asks for groups',
    ],
  ] as const;
  for (const [option, given, what] of needed) {
    const missing = domains.find((domain) => !isMap(given) || !given[domain]);
    if (missing !== undefined)
      throw new Error(`google: groups of ${missing} need ${option}: { '${missing}': ${what} }`);
  }
  const admins = isMap(traits.gsuite_administrator) ? Object.values(traits.gsuite_administrator) : [];
  const wrong = admins.find((name) => String(name).includes('@'));
  if (wrong !== undefined)
    throw new Error(`google: gsuiteAdministrator is a name without domain, but is ${String(wrong)}`);
}

/**
 * Users are known by their mail addresses, less the domain where it is stripped. A user who is named in the other way would never enter.
 */
function refuseNames({ rules, admins, own, traits }: Draft, groupDomains: readonly string[]): void {
  if (['username_claim', 'username_map'].some((trait) => trait in traits)) return;
  const hosted = (own.hosted_domain ?? []) as string[];
  const isStripped = traits.strip_domain ?? hosted.length === 1;
  for (const name of [...((rules.get('users') ?? []) as string[]), ...admins]) {
    const domain = name.split('@')[1]?.toLowerCase();
    if (domain === undefined && !(isStripped && hosted.length))
      throw new Error(`google: nobody is called ${name}: users are known by their mail addresses`);
    if (domain !== undefined && isStripped && hosted.includes(domain)) {
      const [short] = name.split('@');
      throw new Error(`google: nobody is called ${name}: the domain is left out of user names, so write ${short}`);
    }
    if (domain !== undefined && groupDomains.length && !groupDomains.includes(domain)) {
      throw new Error(
        `google: ${name} could not log in, as the groups of every user are asked for, and ${domain} is not among their domains`,
      );
    }
  }
}

/** `hosted_domain` keeps others out and lets nobody in; groups are asked for by a service account. */
export function google(draft: Draft): Tree {
  const { rules, own } = draft;
  if (rules.has('domains') && rules.size > 1) {
    throw new Error(
      'google: Allow.domains goes with no other rule, as hosted_domain keeps out everybody else; ' +
        'for some of the accounts of a domain, give hostedDomain beside their rule',
    );
  }
  const groups = [own.allowed_google_groups, own.admin_google_groups].filter(isMap);
  const domains = [...new Set(groups.flatMap((byDomain) => Object.keys(byDomain)))];
  if (domains.length && rules.has('all'))
    throw new Error('google: Allow.all goes with no groups, as accounts of other domains could not log in then');
  refuseWithoutAdministrator(draft, domains);
  refuseNames(draft, domains);
  return {};
}
