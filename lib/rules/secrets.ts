import { entriesOf, isMap, Path } from '../data/maps';
import { isCommand } from '../release/hidden';
import { CompleteProps } from '../release/installation';
import { secretsOfArguments, secretsOfScript } from '../secrets/command';
import { shapesIn } from '../secrets/credentials';
import { secretsOfUrls } from '../secrets/url';
import { isSecretVariable, variableIn } from '../secrets/variables';
import { holdsSecretValue, SecretValue } from '../secrets/secret-value';
import { at } from './lookup';
import { Rule } from './rule';

/** Places below a value whose string a SecretValue was put into. */
function placesOf(value: unknown, path: Path): Path[] {
  const plain = value instanceof SecretValue ? value._reveal() : value;
  if (typeof plain === 'string') return holdsSecretValue(plain) ? [path] : [];
  return Array.isArray(plain) || isMap(plain)
    ? entriesOf(plain, path).flatMap(([here, item]) => placesOf(item, here))
    : [];
}

/** Variables that are in the manifest of a pod, and those of them that are secrets in a Secret of the release. */
const POD_VARIABLES: readonly Path[] = [
  ['hub', 'extraEnv'],
  ['proxy', 'chp', 'extraEnv'],
  ['proxy', 'traefik', 'extraEnv'],
];

/** The value of a variable that goes to a Secret of the release. */
function secretText(variable: unknown, path: Path): string | undefined {
  const value = isMap(variable) ? variable.value : variable;
  if (value instanceof SecretValue) return secretText(value._reveal(), ['password']);
  const name = isMap(variable) && typeof variable.name === 'string' ? variable.name : path[path.length - 1];
  return typeof value === 'string' && isSecretVariable(String(name), value) ? value : undefined;
}

/** Options that end up in Secrets, or in the ConfigMap without what is secret in them. */
const HIDDEN_PLACES = ['config', 'extraConfig', 'extraFiles', 'services', 'templateVars', 'existingSecret'];

/** Options of components that stand in manifests as they are given. */
function shownOptions(props: CompleteProps): (readonly [Path, unknown])[] {
  const { config: _, ...hub } = props.hub;
  const own = Object.entries(hub).filter(([option]) => !HIDDEN_PLACES.includes(option));
  const { proxy, scheduling, imagePuller, spawner } = props;
  return [
    ...own.map(([option, value]) => [['hub', option], value] as const),
    [['proxy', 'chp'], proxy.chp],
    [['proxy', 'traefik'], proxy.traefik],
    [['proxy', 'exposure'], proxy.exposure],
    [['proxy', 'annotations'], proxy.annotations],
    [['scheduling'], scheduling],
    [['imagePuller'], imagePuller],
    [['spawner', 'extraAnnotations'], spawner.extraAnnotations],
    [['spawner', 'extraLabels'], spawner.extraLabels],
  ];
}

/** Variables, whose values go to a Secret where they are secret. */
const isOfVariables = (key: string) => key === 'env' || key === 'extraEnv';

const isOfArguments = (path: Path) => isCommand(path) || path[path.length - 1] === 'extraCommandLineFlags';

/** Places of strings in which a credential can be read. */
function readablePlaces(value: unknown, path: Path): Path[] {
  if (typeof value === 'string') {
    const found = isCommand(path) ? secretsOfScript(value) : [...secretsOfUrls(value), ...shapesIn(value)];
    return found.length ? [path] : [];
  }
  if (Array.isArray(value) && isOfArguments(path)) {
    const ranges = secretsOfArguments(value);
    return value.flatMap((_, index) => (ranges[index].length ? [[...path, index]] : []));
  }
  return Array.isArray(value) || isMap(value)
    ? entriesOf(value, path).flatMap(([here, item, key]) => (isOfVariables(key) ? [] : readablePlaces(item, here)))
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
      // A suppression names its option, which may be a profile whose own name is a secret.
      const { authenticator, suppressions: _, ...others } = props;
      for (const path of [...placesOf(others, []), ...placesOf(authenticator._config, ['authenticator'])]) {
        report(path, 'holds a SecretValue that was put into a string');
      }
    },
  },
  {
    id: 'secrets/variable-in-a-secret',
    severity: 'warning',
    title: 'A variable that is to be put into a secret',
    effect:
      'the kubelet puts no variable into what comes from a Secret: the container gets the name instead of the value',
    mend: 'give the credential in a variable of its own, and write $(NAME) of that one here',
    check: ({ props }, report) => {
      for (const path of POD_VARIABLES) {
        for (const [here, variable] of entriesOf(at(props, path), path)) {
          const name = variableIn(secretText(variable, here) ?? '');
          if (name !== undefined) report(here, `goes to a Secret, as it holds a credential, and has ${name} in it`);
        }
      }
    },
  },
  {
    id: 'secrets/readable',
    severity: 'warning',
    title: 'A credential that everyone can read',
    effect: 'it stands in a manifest that is no Secret',
    mend: 'give it in a variable whose value comes from a Secret, or in a file of a Secret',
    check: ({ props }, report) => {
      for (const [path, value] of shownOptions(props))
        for (const place of readablePlaces(value, path)) report(place, 'looks like a credential');
    },
  },
];
