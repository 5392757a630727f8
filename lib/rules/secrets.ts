import { isMap, Path } from '../data/maps';
import { holdsSecretValue, SecretValue } from '../secrets/secret-value';
import { entriesOf } from './lookup';
import { Rule } from './rule';

/** Places below a value whose string a SecretValue was put into. */
function placesOf(value: unknown, path: Path): Path[] {
  const plain = value instanceof SecretValue ? value._reveal() : value;
  if (typeof plain === 'string') return holdsSecretValue(plain) ? [path] : [];
  return Array.isArray(plain) || isMap(plain)
    ? entriesOf(plain, path).flatMap(([here, item]) => placesOf(item, here))
    : [];
}

export const SECRET_RULES: readonly Rule[] = [
  {
    id: 'secrets/in-a-string',
    severity: 'error',
    title: 'A SecretValue within another string',
    effect: 'the string holds a placeholder instead of the secret',
    mend: 'keep the whole string in the Secret, or give it by SecretValue.literal',
    check: ({ props }, report) => {
      const { authenticator, ...others } = props;
      for (const path of [...placesOf(others, []), ...placesOf(authenticator._config, ['authenticator'])]) {
        report(path, 'holds a SecretValue that was put into a string');
      }
    },
  },
];
