import { DescribedHub } from '../../hubs/hub';
import { inWords, whoGetsIn } from '../../rules/access/who-gets-in';

/** Who gets in, before and after, in words. */
export interface Access {
  readonly before: string;
  readonly after: string;
  /** Whether everybody with an account gets in after the change, and whether nobody does. */
  readonly everybody: boolean;
  readonly nobody: boolean;
}

const UNKNOWN = "not known: a class of the deployment's own";

function wordsOf(hub: DescribedHub | undefined): string {
  if (!hub) return 'nobody: there is no hub';
  const who = whoGetsIn(hub.traits);
  return who ? inWords(who) : UNKNOWN;
}

export function accessOf(before: DescribedHub | undefined, after: DescribedHub | undefined): Access {
  const who = after && whoGetsIn(after.traits);
  return {
    before: wordsOf(before),
    after: wordsOf(after),
    everybody: who !== undefined && who.everybody && !who.limits.length,
    nobody: who !== undefined && !who.rules.length,
  };
}

/** Traits that make users' names of what the provider says, whatever the class. */
const NAMING =
  /^(username_claim|username_key|username_map|username_template|strip_\w+|username_derivation|allowed_idps|lowercase_username|normalize_username|hosted_domain|lookup_dn\w*|user_attribute|enable_\w*user\w*)$/;

/** Traits that decide what users are called, and differ. */
export function namingChanges(before: DescribedHub, after: DescribedHub): readonly string[] {
  const settings = ({ traits }: DescribedHub) =>
    new Map(
      Object.entries(traits).flatMap(([section, values]) =>
        Object.entries(values)
          .filter(([name]) => /Authenticator$/.test(section) && NAMING.test(name) && name !== 'hosted_domain')
          .map(([name, value]) => [`${section}.${name}`, JSON.stringify(value)] as const),
      ),
    );
  const [old, now] = [settings(before), settings(after)];
  const classes = [before, after].map(({ traits }) => String(traits.JupyterHub?.authenticator_class));
  return [
    ...(classes[0] === classes[1] ? [] : ['JupyterHub.authenticator_class']),
    ...[...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name)),
  ];
}
