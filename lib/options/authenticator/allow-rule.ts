/** A condition under which somebody may enter: a trait and its value. */
export interface AllowRule {
  /** What it asks for. */
  readonly kind: string;
  /** Value of its trait. */
  readonly value: unknown;
}
