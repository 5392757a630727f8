import { isMap, Path } from '../data/maps';
import { SecretValue } from '../secrets/secret-value';
import { hideSecrets } from '../user-pods/hide-secrets';

/** Credentials within a longer string: in a URL, behind a name, or by the look of their beginning. */
const WITHIN: readonly (readonly [RegExp, string])[] = [
  [/([a-z][\w+.-]*:\/\/)[^\s/@'"]*@/gi, '$1(a secret)@'],
  [
    /((?:password|passwd|pwd|passphrase|secret|token|api[-_]?key|authorization|credential)\w*["']?\s*[=:]\s*)(["']?)(?!\(a secret\))[^\s"'&,;)}\]]+\2/gi,
    '$1(a secret)',
  ],
  [/\b(gh[opsu]_|github_pat_|glpat-|hf_|xox[abprs]-|sk-|AKIA|eyJ)[\w.-]{12,}/g, '(a secret)'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/g, '$1 (a secret)'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, '(a secret)'],
];

/** A text without what looks like a credential in it. */
export function withoutCredentials(text: string): string {
  return WITHIN.reduce((shown, [pattern, to]) => shown.replace(pattern, to), text);
}

/**
 * A value as one text for people, without secrets.
 * @param path where it stands, as names tell what is a secret
 */
export function shown(value: unknown, path: Path): string {
  if (value === undefined || value === null) return 'not set';
  const open = hideSecrets(value, path);
  const text = typeof open === 'string' ? open : JSON.stringify(open, (_, item: unknown) => plain(item));
  return withoutCredentials(text);
}

function plain(item: unknown): unknown {
  return item instanceof SecretValue ||
    (typeof item === 'object' && item !== null && !isMap(item) && !Array.isArray(item))
    ? String(item)
    : item;
}
