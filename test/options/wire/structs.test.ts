import { problemsOf } from '../../../lib/options/wire/check';
import { alternatives } from '../../../lib/options/wire/lookup';
import { StructName, STRUCTS, Type } from '../../../lib/options/wire/option-types';

/** What no type takes. */
class Misfit {
  public readonly misfit = true;
}

/** A right value of a type, as far as its kind goes. */
function fitting(type: Type): unknown {
  const [first] = alternatives(type);
  if (typeof first === 'string') return { any: 1, string: 'a', number: 1, boolean: true }[first];
  if ('list' in first) return [fitting(first.list)];
  if ('map' in first) return { a: fitting(first.map) };
  if ('struct' in first) return required(first.struct);
  return undefined;
}

/** A struct with the members that there must be. */
function required(struct: StructName): Record<string, unknown> {
  const members = Object.entries(STRUCTS[struct]).filter(([, member]) => member.required);
  return Object.fromEntries(members.map(([name, { type }]) => [name, fitting(type)]));
}

interface Way {
  readonly root: StructName;
  readonly path: (string | number)[];
  /** The whole with a value in the struct's place. */
  readonly around: (value: unknown) => unknown;
}

/** A struct within a type: what stands between, and how it is wrapped. */
interface Within {
  readonly struct: StructName;
  readonly path: Way['path'];
  readonly wrap: (value: unknown) => unknown;
}

function within(type: Type): Within[] {
  return alternatives(type).flatMap((own): Within[] => {
    if (typeof own !== 'object') return [];
    if ('struct' in own) return [{ struct: own.struct, path: [], wrap: (value: unknown) => value }];
    const [items, key] = 'list' in own ? [own.list, 0] : 'map' in own ? [own.map, 'a'] : [];
    if (items === undefined || key === undefined) return [];
    return within(items).map(({ struct, path, wrap }) => ({
      struct,
      path: [key, ...path],
      wrap: (value: unknown) => (key === 0 ? [wrap(value)] : { a: wrap(value) }),
    }));
  });
}

/** A way to every struct, from the options of a JupyterHub where there is one. */
function ways(): Map<StructName, Way> {
  const found = new Map<StructName, Way>();
  for (const root of ['JupyterHubProps', ...Object.keys(STRUCTS)] as StructName[]) {
    if (found.has(root)) continue;
    found.set(root, { root, path: [], around: (value) => value });
    // What is added on the way is walked as well.
    for (const [struct, { path, around }] of found) {
      for (const [name, { type }] of Object.entries(STRUCTS[struct])) {
        for (const below of within(type).filter((one) => !found.has(one.struct))) {
          const whole = (value: unknown) => around({ ...required(struct), [name]: below.wrap(value) });
          found.set(below.struct, {
            root: found.get(struct)!.root,
            path: [...path, name, ...below.path],
            around: whole,
          });
        }
      }
    }
  }
  return found;
}

const WAYS = [...ways()];

test.each(WAYS)('an unknown key of %s is told by its path', (struct, { root, path, around }) => {
  const [name] = Object.keys(STRUCTS[struct]);
  const problems = problemsOf(around({ ...required(struct), [`${name}x`]: 1 }), root);
  const isField = struct.startsWith('k8s.');
  expect(problems.filter(({ message }) => message.startsWith('unknown'))).toEqual([
    { path: [...path, `${name}x`], message: `unknown ${isField ? 'field' : 'option'}; did you mean ${name}?` },
  ]);
});

test.each(WAYS)('no member of %s takes an object of a wrong class', (struct, { root, path, around }) => {
  for (const name of Object.keys(STRUCTS[struct])) {
    const problems = problemsOf(around({ ...required(struct), [name]: new Misfit() }), root);
    expect(problems).toContainEqual({
      path: [...path, name],
      message: expect.stringMatching(/^must be .*, but is an object of the class Misfit/) as string,
    });
  }
});
