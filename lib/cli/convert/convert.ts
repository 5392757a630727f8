import { isDnsName } from '../../data/names';
import { toSortedYaml } from '../../data/yaml';
import { HelmValues } from '../../values/helm-values';
import { propsFromHelmValues } from '../../rules/values';
import { program, SecretSource } from './program';
import { commentCode, shellWord } from './quote';
import { keepSecrets } from './secrets-file';

/** Where `convert` leaves the secrets, and how the program finds them. */
export interface ConvertOptions {
  /**
   * File that the program reads them from at synth.
   * @default secrets.yaml
   */
  readonly secretsFile?: string;
  /** Name of a Secret in the cluster that the program refers to instead. */
  readonly secretName?: string;
}

function checkName(secretName: string | undefined): void {
  if (secretName === undefined || isDnsName(secretName)) return;
  const rule = "at most 253 lower-case letters, digits, '-' and '.', with a letter or digit at both ends";
  throw new Error(`--secret-name must be ${rule}, but is ${JSON.stringify(secretName)}`);
}

/** The command that makes the Secret which a program refers to, as comments. */
function createCommand(secretName: string, namespace: string, keys: readonly string[]): string[] {
  const command = `kubectl --namespace ${shellWord(namespace)} create secret generic ${shellWord(secretName)}`;
  const literals = keys.map((key) => `  --from-literal=${shellWord(`${key}=<secret>`)}`);
  const lines = [command, ...literals].map((line, index, all) => (index < all.length - 1 ? `${line} \\` : line));
  return ['The program refers to a Secret. This makes it:', ...lines].map(commentCode);
}

/** The program that means the same as values of the chart. Secrets go to a file beside it, or are left to the cluster. */
export function convert(values: HelmValues, { secretsFile = 'secrets.yaml', secretName }: ConvertOptions): string {
  checkName(secretName);
  const source: SecretSource = secretName === undefined ? { file: secretsFile } : { secretName };
  const remarks: string[] = [];
  const props = propsFromHelmValues(values, (warning) => remarks.push(warning));
  const { code, secrets } = program(props, source, remarks);
  const keys = Object.keys(secrets);
  if (!keys.length) return code;
  if ('secretName' in source) return [...createCommand(source.secretName, values.namespace, keys), '', code].join('\n');
  keepSecrets(source.file, `# Not for git: secrets that the program reads at synth.\n${toSortedYaml(secrets)}`);
  return code;
}
