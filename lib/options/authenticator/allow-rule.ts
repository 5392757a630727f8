/** What a rule can ask for: the name of its factory. */
export type RuleKind =
  | 'all'
  | 'users'
  | 'existingUsers'
  | 'groups'
  | 'organizations'
  | 'teams'
  | 'projects'
  | 'domains'
  | 'scopes'
  | 'identityProviders';

/** A condition under which somebody may enter. */
export interface AllowRule {
  /** What it asks for. */
  readonly kind: RuleKind;
  /** Value of its trait. */
  readonly value: unknown;
}
