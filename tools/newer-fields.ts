// Prints, as JSON, the fields that a newer Kubernetes has in the types of an older one: what `imports/k8s.ts` does not know yet.
// Usage: node --import tsx tools/newer-fields.ts OLDER_SWAGGER NEWER_SWAGGER
import { readFileSync } from 'node:fs';

type Definitions = Readonly<Record<string, { readonly properties?: object }>>;

const GROUP = /^io\.k8s\.(api\.(core|apps|networking|policy)|apimachinery\.pkg\.apis\.meta)\.v1\./;

function fields(file: string): Map<string, string[]> {
  const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as { definitions: Definitions };
  const own = Object.entries(definitions).filter(([name]) => GROUP.test(name));
  return new Map(own.map(([name, { properties = {} }]) => [name.replace(GROUP, ''), Object.keys(properties)]));
}

const [older, newer] = process.argv.slice(2).map(fields);
const added = [...older]
  .map(([name, known]) => [name, (newer.get(name) ?? []).filter((field) => !known.includes(field)).sort()] as const)
  .filter(([, names]) => names.length)
  .sort(([a], [b]) => (a < b ? -1 : 1));
console.log(JSON.stringify(Object.fromEntries(added), undefined, 2));
