import { Tree } from '../../data/maps';
import { StructName } from '../wire/option-types';
import { RuleKind } from './allow-rule';

/** A trait whose value is another one than the option's. */
export interface Conversion {
  readonly toTrait: (value: never) => unknown;
  /** Undefined where no option can say the trait's value. */
  readonly toOption: (trait: unknown) => unknown;
}

/** What the options and rules of a factory say. */
export interface Draft {
  /** The values of the rules. */
  readonly rules: ReadonlyMap<RuleKind, unknown>;
  /** Whether traits that are given beside let users in, too. */
  readonly byTraits: boolean;
  readonly admins: readonly string[];
  /** Traits of the class's own that options and rules set. */
  readonly own: Tree;
  /** The same, with those that are given as traits, of whatever class. */
  readonly traits: Tree;
}

/** A factory, and what it makes of its options. */
export interface AuthenticatorKind {
  /** Name of the factory. */
  readonly factory: string;
  /** Value of `JupyterHub.authenticator_class`. */
  readonly authenticatorClass: string;
  /** The class whose traits the options are. */
  readonly section: string;
  /** The interface of its options. */
  readonly props: StructName;
  /** The trait of each option, in the authenticator's own section. */
  readonly options: Readonly<Record<string, string>>;
  /** Options of its kind that it has no trait for, or does not start with: what to do instead. */
  readonly without?: Readonly<Record<string, string>>;
  /** Rules that it knows besides those of every authenticator: the trait of each. */
  readonly allow: Readonly<Partial<Record<RuleKind, string>>>;
  /** Traits whose values are converted. */
  readonly conversions?: Readonly<Record<string, Conversion>>;
  /** Whether it lets everybody in where neither `allow_all` nor `allowed_users` is set. */
  readonly isOpenByDefault?: boolean;
  /** Rules that let everybody in whom they do not keep out. */
  readonly impliesAll?: readonly RuleKind[];
  /** Whether admins enter whatever the rules are. */
  readonly admitsAdmins?: boolean;
  /**
   * What follows from the options and rules: more traits of the class's own.
   * @throws where that cannot work
   */
  readonly complete?: (draft: Draft) => Tree;
}

/** Rules that every authenticator knows, as traits of `Authenticator`. */
export const COMMON_ALLOW: AuthenticatorKind['allow'] = {
  all: 'allow_all',
  users: 'allowed_users',
  existingUsers: 'allow_existing_users',
};
