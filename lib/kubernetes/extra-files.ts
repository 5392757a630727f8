import { posix } from 'node:path';
import { sortKeys, Tree, sortedKeys } from '../data/maps';
import { ExtraFileProps } from './props';
import { base64, isReference, reveal, secretPaths } from '../secrets/secrets';
import { KeyToPath, Volume } from './shapes';
import { toToml } from '../data/toml';
import { toYaml } from '../data/yaml';

/** Files of a pod, by the key that each has in its Secret. */
export type ExtraFiles = Readonly<Record<string, ExtraFileProps>>;

const WRITERS: Record<string, (data: unknown) => string> = {
  '.json': (data) => JSON.stringify(data),
  '.toml': (data) => toToml(data as Tree),
  '.yaml': (data) => toYaml(data, { indentSeq: false }),
  '.yml': (data) => toYaml(data, { indentSeq: false }),
};

/** File name extensions in which `data` can be written. */
export const DATA_EXTENSIONS = Object.keys(WRITERS);

/** The Secret of the cluster that holds a whole file. */
function referenceOf({ stringData, binaryData }: ExtraFileProps) {
  return [stringData, binaryData].find(isReference);
}

function text(file: ExtraFileProps): string | undefined {
  if (file.stringData !== undefined && file.stringData !== null) return String(reveal(file.stringData));
  if (file.data === undefined || file.data === null) return undefined;
  const write = WRITERS[posix.extname(file.mountPath)];
  if (!write) throw new Error(`${file.mountPath}: data can be written as ${DATA_EXTENSIONS.join(', ')} only`);
  const [unknown] = secretPaths(file.data, 'data', isReference);
  if (unknown !== undefined) {
    throw new Error(
      `${file.mountPath}: ${unknown} is in a Secret of the cluster, and the file is written here; give the whole file by stringData`,
    );
  }
  return `${write(sortKeys(reveal(file.data))).replace(/\n+$/, '')}\n`;
}

/**
 * `data` of the Secret that holds the files. What is written as data ends in one newline; strings stay as they are. Never `stringData`: the server does not keep it, so that each apply
 * would find a change.
 */
export function extraFilesSecret(files: ExtraFiles = {}): Record<string, string> {
  const entries = sortedKeys(files)
    .filter((key) => !referenceOf(files[key]))
    .map((key) => {
      const file = files[key];
      const content = text(file);
      const bytes = String(reveal(file.binaryData)).replace(/\s/g, '');
      return [key, content === undefined ? bytes : base64(content)];
    });
  return Object.fromEntries(entries) as Record<string, string>;
}

function items(files: ExtraFiles, keys: readonly string[]): KeyToPath[] {
  return keys.map((key) => ({ key, path: key, mode: files[key].mode || undefined }));
}

/** The volume named `files`: from the Secret that holds them, and from those of the cluster that are referred to. */
export function extraFilesVolume(files: ExtraFiles, secretName: string): Volume {
  const keys = sortedKeys(files);
  const own = keys.filter((key) => !referenceOf(files[key]));
  if (own.length === keys.length) return { name: 'files', secret: { secretName, items: items(files, own) } };
  const elsewhere = keys.flatMap((key) => {
    const reference = referenceOf(files[key]);
    const item = { key: reference?.secretKey ?? '', path: key, mode: files[key].mode || undefined };
    return reference ? [{ secret: { name: reference.secretName, items: [item] } }] : [];
  });
  const sources = [...(own.length ? [{ secret: { name: secretName, items: items(files, own) } }] : []), ...elsewhere];
  return { name: 'files', projected: { sources } };
}

/** Mounts of the files from the volume named `files`. */
export function extraFilesMounts(files: ExtraFiles): { mountPath: string; subPath: string; name: string }[] {
  return sortedKeys(files).map((key) => ({ mountPath: files[key].mountPath, subPath: key, name: 'files' }));
}
