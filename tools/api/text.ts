import * as spec from '@jsii/spec';

/** Address of a type's description; undefined where it is not described here. */
export type Locate = (name: string) => string | undefined;

const OWN = 'cdk8s-jupyterhub.';

/** The name of a type as programs write it: `JupyterHubProps`, `k8s.Volume`, `kplus.ISecret`, `cdk8s.Size`. */
export function nameOf(fqn: string): string {
  if (fqn.startsWith(OWN)) return fqn.slice(OWN.length);
  return fqn.replace(/^cdk8s-plus-\d+\.(k8s\.)?/, (_, k8s) => k8s ?? 'kplus.');
}

/** A type as TypeScript has it. Names of types that are described here are links, where there is a way to find them. */
export function typeText(type: spec.TypeReference, locate: Locate = () => undefined): string {
  if (spec.isPrimitiveTypeReference(type)) return type.primitive;
  if (spec.isNamedTypeReference(type)) return link(nameOf(type.fqn), locate);
  if (spec.isUnionTypeReference(type)) return type.union.types.map((one) => typeText(one, locate)).join(' | ');
  if (!spec.isCollectionTypeReference(type)) throw new Error(`a type of an unknown kind: ${JSON.stringify(type)}`);
  const { kind, elementtype } = type.collection;
  const element = typeText(elementtype, locate);
  if (kind === spec.CollectionKind.Map) return `{ [key]: ${element} }`;
  return spec.isUnionTypeReference(elementtype) ? `(${element})[]` : `${element}[]`;
}

export function link(name: string, locate: Locate): string {
  const address = locate(name);
  return address === undefined ? name : `[${name}](${address})`;
}

/** What a docstring tells, on one line; its example stands for itself. */
export function describe(docs: spec.Docs = {}): string {
  const { summary = '', remarks = '', deprecated, returns, see, custom = {} } = docs;
  const sentences = [
    deprecated && `**Deprecated**: ${deprecated}`,
    summary,
    remarks,
    returns && `Returns ${returns}`,
    custom.throws && `Throws ${custom.throws}`,
    see && `See ${see}`,
  ];
  return sentences
    .filter(Boolean)
    .map((sentence) => String(sentence).trim())
    .map((sentence) => (/[\w`)]$/.test(sentence) && !sentence.startsWith('See ') ? `${sentence}.` : sentence))
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** The default of an option: code, or words where the docstring puts a dash before it. */
export function defaultText({ optional, docs = {} }: { optional?: boolean; docs?: spec.Docs }): string {
  if (!optional) return '**required**';
  const text = docs.default?.replace(/\s+/g, ' ').trim() ?? '';
  if (!text) return '';
  if (text.startsWith('- ')) return text.slice(2);
  return text.includes('`') ? text : `\`${text}\``;
}

/** The example of a docstring as a block of code. */
export function example(docs: spec.Docs | undefined, of?: string): readonly string[] {
  if (!docs?.example) return [];
  const code = docs.example.trim();
  return ['', ...(of ? [`\`${of}\`:`, ''] : []), ...(code.includes('```') ? [code] : ['```ts', code, '```'])];
}

/** A table of Markdown; nothing where it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (!rows.length) return [];
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line)];
}
