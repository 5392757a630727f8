import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { toSortedYaml } from '../../data/yaml';
import { HelmValues } from '../../values/helm-values';
import { propsFromHelmValues } from '../../rules/values';
import { program, SecretSource } from './program';
import { commentCode, shellWord } from './quote';

/** Where `convert` leaves the secrets, and how the program finds them. */
export interface ConvertOptions {
  /** File that the program reads them from at synth. */
  readonly secretsFile: string;
  /** Name of a Secret in the cluster that the program refers to instead. */
  readonly secretName?: string;
}

/** The command that makes the Secret which a program refers to, as comments. */
function createCommand(secretName: string, namespace: string, keys: readonly string[]): string[] {
  const command = `kubectl --namespace ${shellWord(namespace)} create secret generic ${shellWord(secretName)}`;
  const literals = keys.map((key) => `  --from-literal=${shellWord(`${key}=<secret>`)}`);
  const lines = [command, ...literals].map((line, index, all) => (index < all.length - 1 ? `${line} \\` : line));
  return ['The program refers to a Secret. This makes it:', ...lines].map(commentCode);
}

function keepSecrets(file: string, secrets: Readonly<Record<string, unknown>>): void {
  const text = `# Not for git: secrets that the program reads at synth.\n${toSortedYaml(secrets)}`;
  if (existsSync(file) && readFileSync(file, 'utf8') !== text) {
    throw new Error(
      `${file} is there already and is not overwritten: move it away, or name another file by --secrets-file`,
    );
  }
  writeFileSync(file, text, { mode: 0o600 });
}

/** The program that means the same as values of the chart. Secrets go to a file beside it, or are left to the cluster. */
export function convert(values: HelmValues, options: ConvertOptions): string {
  const source: SecretSource =
    options.secretName === undefined ? { file: options.secretsFile } : { secretName: options.secretName };
  const remarks: string[] = [];
  const props = propsFromHelmValues(values, (warning) => remarks.push(warning));
  const { code, secrets } = program(props, source, remarks);
  const keys = Object.keys(secrets);
  if (!keys.length) return code;
  if ('secretName' in source) return [...createCommand(source.secretName, values.namespace, keys), '', code].join('\n');
  keepSecrets(source.file, secrets);
  return code;
}
