import { isMap, valueAt, withoutNulls } from '../../data/maps';
import { yamlPackage } from '../../data/yaml-package';
import { isClusterScoped } from '../../kubernetes/cluster-scoped';
import { Manifest } from '../../kubernetes/manifest';
import { SourceError, SourceFile } from './source';

/** An object of Kubernetes by what makes it one: another object has another identity. */
export function identityOf({ apiVersion, kind, metadata }: Manifest): string {
  return JSON.stringify([groupOf(apiVersion), kind, namespaceOf({ kind, metadata }), metadata.name]);
}

/** The group of an API: what stands before the version, nothing for the core. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** The namespace of an object: `default` where none is given, nothing where the kind has none. */
export function namespaceOf({ kind, metadata }: Pick<Manifest, 'kind' | 'metadata'>): string {
  return isClusterScoped(kind) ? '' : (metadata.namespace ?? 'default');
}

/** What YAML 1.1 takes for dates, numbers of base 60 and binary data, and Kubernetes' own parser for strings. */
const STRINGS = /:(timestamp|binary|set|omap|pairs)$/;

function isTag(tag: unknown): boolean {
  if (!isTagLike(tag)) return true;
  return !STRINGS.test(tag.tag) && tag.format !== 'TIME';
}

function isTagLike(tag: unknown): tag is { readonly tag: string; readonly format?: string } {
  return typeof tag === 'object' && tag !== null && 'tag' in tag;
}

/** Parses each text once: most of what is in BASE is in HEAD too. */
class Parser {
  private readonly parsed = new Map<string, readonly Manifest[]>();

  /** Manifests of a document; what is none is passed over, as is values, patches and the like. */
  parse(text: string, path: string): readonly Manifest[] {
    let found = this.parsed.get(text);
    if (!found) {
      found = this.documents(text, path).flatMap((value) => manifestsIn(withoutNulls(value)));
      this.parsed.set(text, found);
    }
    return found;
  }

  private documents(text: string, path: string): unknown[] {
    // JSON is YAML too, and read by itself in no time.
    if (path.endsWith('.json')) {
      try {
        return [JSON.parse(text)];
      } catch {
        throw new SourceError(`${path}: is no JSON`);
      }
    }
    const documents = yamlPackage().parseAllDocuments(text, {
      version: '1.1',
      merge: true,
      uniqueKeys: false,
      logLevel: 'silent',
      customTags: (tags) => tags.filter(isTag),
    });
    if (!Array.isArray(documents)) return [];
    return documents.map((document) => {
      const [error] = document.errors;
      if (error) throw new SourceError(`${path}: is no YAML: ${error.message.split('\n')[0]}`);
      return document.toJS({ maxAliasCount: 1000 }) as unknown;
    });
  }
}

function manifestsIn(value: unknown): Manifest[] {
  if (!isMap(value) || typeof value.kind !== 'string' || typeof value.apiVersion !== 'string') return [];
  if (value.kind.endsWith('List') && Array.isArray(value.items)) return value.items.flatMap(manifestsIn);
  const name = valueAt(value, ['metadata', 'name']);
  return typeof name === 'string' ? [value as unknown as Manifest] : [];
}

/** Reads the manifests of both sides; where one side has an object twice, the later one is what stays in the cluster. */
export class ManifestReader {
  private readonly parser = new Parser();

  read(files: readonly SourceFile[]): ReadonlyMap<string, Manifest> {
    const manifests = files.flatMap(({ path, text }) =>
      path.endsWith('.json')
        ? this.parser.parse(text, path)
        : text.split(/^---(?=\s)/m).flatMap((document) => this.parser.parse(document, path)),
    );
    return new Map(manifests.map((manifest) => [identityOf(manifest), manifest]));
  }
}
