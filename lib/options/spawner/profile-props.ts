import { ServerProps } from './server-props';

/** One choice of a profile's option. */
export interface ProfileChoiceProps extends ServerProps {
  /**
   * Name that users see.
   * @default - the choice's key
   */
  readonly displayName?: string;
  /**
   * Whether it is chosen where the user chooses nothing.
   * @default - the first choice is
   */
  readonly default?: boolean;
  /**
   * Other keys of the choice, as KubeSpawner or the form's template reads them. Escape hatch: passed on as it is, unchecked.
   * @default - none
   */
  readonly extra?: { [key: string]: any };
}

/** A string field beside the choices of an option. */
export interface UnlistedChoiceProps {
  /**
   * Whether there is one.
   * @default false
   */
  readonly enabled?: boolean;
  /**
   * Text before the field.
   * @default - the form's
   */
  readonly displayName?: string;
  /**
   * Text of the field among the choices.
   * @default - the form's
   */
  readonly displayNameInChoices?: string;
  /**
   * Regular expression that the whole text must match.
   * @default - any text
   */
  readonly validationRegex?: string;
  /**
   * Text for users whose text does not match.
   * @default - the form's
   */
  readonly validationMessage?: string;
  /**
   * Traits of KubeSpawner by their own names; `{value}` in them stands for the text. Escape hatch: passed on as it is, unchecked.
   * @default - none
   */
  readonly traits?: { [trait: string]: any };
  /**
   * Other keys, as KubeSpawner or the form's template reads them. Escape hatch: passed on as it is, unchecked.
   * @default - none
   */
  readonly extra?: { [key: string]: any };
}

/** Something to choose within a profile. */
export interface ProfileOptionProps {
  /**
   * Name that users see.
   * @default - the option's key
   */
  readonly displayName?: string;
  /**
   * Choices by key, in the order that users see.
   * @default - none; then there must be an unlisted choice
   */
  readonly choices?: { [key: string]: ProfileChoiceProps };
  /**
   * A string field beside the choices.
   * @default - none
   */
  readonly unlistedChoice?: UnlistedChoiceProps;
  /**
   * Other keys of the option, as KubeSpawner or the form's template reads them. Escape hatch: passed on as it is, unchecked.
   * @default - none
   */
  readonly extra?: { [key: string]: any };
}

/** A kind of server that users may choose. */
export interface ProfileProps extends ServerProps {
  /**
   * Key of the profile in forms and URLs.
   * @default - made of the display name
   */
  readonly slug?: string;
  /**
   * Text under the name; HTML is allowed.
   * @default - none
   */
  readonly description?: string;
  /**
   * Whether it is chosen where the user chooses nothing.
   * @default - the first profile is
   */
  readonly default?: boolean;
  /**
   * Things to choose within the profile, by key, in the order that users see.
   * @default - none
   */
  readonly options?: { [key: string]: ProfileOptionProps };
  /**
   * Other keys of the profile, as KubeSpawner or the form's template reads them. Escape hatch: passed on as it is, unchecked.
   * @default - none
   */
  readonly extra?: { [key: string]: any };
}
