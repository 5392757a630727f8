import { isMap, nonEmpty, Tree } from '../../data/maps';
import { SecretValue } from '../../secrets/secret-value';
import { isReference, reveal } from '../../secrets/secrets';
import { Draft } from './kind';

/** The text of a secret; undefined where it is not known at synth, or there is none. */
function literal(secret: unknown): string | undefined {
  if (!(secret instanceof SecretValue) || isReference(secret)) return undefined;
  const text = reveal(secret);
  return typeof text === 'string' ? text : undefined;
}

/** Every visitor is a new user, whom no other rule could name. */
export function tmp({ rules, byTraits }: Draft): Tree {
  if (!rules.has('all') && !byTraits)
    throw new Error('tmp: allow must be Allow.all(), as each visit is by a user of a new name');
  return {};
}

export function noAuthenticator({ rules }: Draft): Tree {
  if (rules.size) throw new Error('noAuthenticator: allow must be Allow.nobody(), as nobody can log in');
  return {};
}

const LENGTHS = { user_password: ['userPassword', 8], admin_password: ['adminPassword', 32] } as const;

/** Admins have a password of their own, so that whoever knows the users' cannot log in as one. */
export function sharedPassword({ rules, admins, traits }: Draft): Tree {
  const { user_password: user, admin_password: admin, password_groups: groups } = traits;
  if (!user && !admin && !groups) throw new Error('sharedPassword: userPassword is missing, so nobody could log in');
  if (admins.length && !admin)
    throw new Error('sharedPassword: adminPassword is missing: admins log in by a password of their own');
  if (admin && !admins.length && !('admin_users' in traits))
    throw new Error('sharedPassword: adminPassword is for admins, and admins names none');
  const others = (rules.get('users') ?? []) as string[];
  if (
    !user &&
    !groups &&
    [...rules.keys()].some((rule) => rule !== 'users' || others.some((one) => !admins.includes(one)))
  )
    throw new Error('sharedPassword: userPassword is missing, so nobody but admins could log in');
  for (const [trait, [option, least]] of Object.entries(LENGTHS)) {
    const length = literal(traits[trait])?.length;
    if (length !== undefined && length < least)
      throw new Error(`sharedPassword: ${option} must have ${least} characters at least, but has ${length}`);
  }
  if (literal(user) !== undefined && literal(user) === literal(admin))
    throw new Error('sharedPassword: userPassword and adminPassword must differ');
  return {};
}

export function ldap({ own, traits }: Draft): Tree {
  const templates = [traits.bind_dn_template ?? []].flat() as string[];
  const wrong = templates.find((template) => !template.includes('{username}'));
  if (wrong !== undefined) throw new Error(`ldap: bindDnTemplate must have {username} in it, but is ${wrong}`);
  if (!templates.length && traits.lookup_dn !== true)
    throw new Error('ldap: give bindDnTemplate, or lookupDn: true: without one nobody could log in');
  const needed: Record<string, unknown> = {
    userSearchBase: (traits.lookup_dn === true || traits.search_filter) && !traits.user_search_base,
    userAttribute: traits.lookup_dn === true && !traits.user_attribute,
    lookupDnUserDnAttribute: traits.lookup_dn === true && !traits.lookup_dn_user_dn_attribute,
  };
  const [missing] = Object.keys(needed).filter((option) => needed[option]);
  if (missing)
    throw new Error(
      `ldap: ${missing} is missing, which ${traits.lookup_dn === true ? 'lookupDn' : 'searchFilter'} needs`,
    );
  const group = ((own.allowed_groups ?? []) as string[]).find((name) => !name.includes('='));
  if (group !== undefined)
    throw new Error(`ldap: a group is named by its distinguished name, cn=staff,dc=example,dc=org, not ${group}`);
  return {};
}

export function lti11({ traits }: Draft): Tree {
  const keys = isMap(traits.consumers) ? Object.keys(traits.consumers) : [];
  if (!keys.length || keys.includes(''))
    throw new Error('lti11: consumers must have a shared secret for each client key');
  return {};
}

export function lti13({ own }: Draft): Tree {
  const ids = own.client_id as string[];
  if (!nonEmpty(ids) || ids.includes(''))
    throw new Error('lti13: clientId must have the ids that the system knows the hub by');
  return {};
}

export function hmac({ traits }: Draft): Tree {
  const key = literal(traits.secret_key);
  if (key !== undefined && !/^([0-9a-f]{2})+$/i.test(key))
    throw new Error('hmac: secretKey must be hexadecimal digits, an even number of them');
  return {};
}
