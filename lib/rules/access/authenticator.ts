import { nonEmpty } from '../../data/maps';
import { classReferredTo, renamedTraits, sectionsOf, traitsOf } from '../../jupyterhub/classes';
import { Traits } from '../../release/traits';

/** A trait, where the configuration sets it. */
export interface SetTrait {
  readonly section: string;
  readonly name: string;
  readonly value: unknown;
}

/** The authenticator that a configuration names, one of the hub image's, with the traits that count for it. */
export class ConfiguredAuthenticator {
  /** @param name name of the class */
  constructor(
    readonly name: string,
    private readonly traits: Traits,
  ) {}

  /** The sections that count for it, the one with the last word first. */
  get sections(): readonly string[] {
    return sectionsOf(this.name);
  }

  is(base: string): boolean {
    return this.sections.includes(base);
  }

  /** Where a trait is set, by its name or one of an earlier version; undefined where it is not, or the class has none of the name. */
  find(trait: string): SetTrait | undefined {
    if (!traitsOf(this.name).has(trait)) return undefined;
    const older = [...renamedTraits(this.name)]
      .filter(([, { to, refused }]) => to === trait && !refused)
      .map(([name]) => name);
    for (const name of [trait, ...older]) {
      for (const section of this.sections) {
        const value = this.traits[section]?.[name];
        if (value !== undefined && value !== null) return { section, name, value };
      }
    }
    return undefined;
  }

  /** The value of a trait; undefined where it is not set, or set to nothing. */
  value(trait: string): unknown {
    return nonEmpty(this.find(trait)?.value);
  }

  /** A trait that is a list of names; JupyterHub takes one string for a list of its letters, people mean one name. */
  names(trait: string): string[] {
    const value = this.value(trait);
    return (Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value]).map(String);
  }
}

/** Names that packages import a class by, other than its own. */
const ALIASES: Readonly<Record<string, string>> = { 'ltiauthenticator.LTIAuthenticator': 'LTI11Authenticator' };

/** The authenticator of a configuration; undefined where its class is none of the hub image's. */
export function authenticatorOf(traits: Traits): ConfiguredAuthenticator | undefined {
  const reference = traits.JupyterHub?.authenticator_class ?? 'default';
  const name =
    typeof reference === 'string' ? (classReferredTo(reference, 'authenticators') ?? ALIASES[reference]) : undefined;
  return name === undefined ? undefined : new ConfiguredAuthenticator(name, traits);
}
