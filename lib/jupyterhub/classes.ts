import { Trait, TraitClass } from './kind';
import { ENTRY_POINTS, PACKAGES } from './tables';

let all: ReadonlyMap<string, TraitClass> | undefined;

/** The classes of the chart's hub image that JupyterHub's configuration has sections for, by name. */
export function traitClasses(): ReadonlyMap<string, TraitClass> {
  all ??= new Map(Object.values(PACKAGES).flatMap((classes) => Object.entries(classes())));
  return all;
}

/** The sections of the configuration that count for a class, the one with the last word first; only its own where it is unknown. */
export function sectionsOf(name: string): readonly string[] {
  return [name, ...(traitClasses().get(name)?.bases ?? [])];
}

function lineage(name: string): readonly TraitClass[] {
  return sectionsOf(name).flatMap((section) => traitClasses().get(section) ?? []);
}

const complete = new Map<string, ReadonlyMap<string, Trait>>();

/** All traits of a class, those of its bases included; none where the class is unknown. */
export function traitsOf(name: string): ReadonlyMap<string, Trait> {
  let traits = complete.get(name);
  if (!traits) {
    const hidden = new Set(lineage(name).flatMap((of) => of.hidden ?? []));
    const inherited = [...lineage(name)].reverse().flatMap((of) => Object.entries(of.traits));
    traits = new Map(inherited.filter(([trait]) => !hidden.has(trait)));
    complete.set(name, traits);
  }
  return traits;
}

/** What a trait of an earlier version is called today. */
export interface RenamedTrait {
  readonly to: string;
  /** The hub does not start with it. */
  readonly refused?: true;
}

/** Names of earlier versions for traits of a class. */
export function renamedTraits(name: string): ReadonlyMap<string, RenamedTrait> {
  return new Map(lineage(name).flatMap((of) => Object.entries(of.renamed ?? {})));
}

/**
 * The name of the class that a trait such as `JupyterHub.authenticator_class` refers to, by a short name in any case or by a
 * dotted one; undefined where it is none of the hub's image.
 */
export function classReferredTo(reference: string, kind: keyof typeof ENTRY_POINTS): string | undefined {
  const short = new Map<string, string>(Object.entries(ENTRY_POINTS[kind])).get(reference.toLowerCase());
  if (short !== undefined) return short;
  const name = reference.slice(reference.lastIndexOf('.') + 1);
  return traitClasses().get(name)?.importable.includes(reference) ? name : undefined;
}
