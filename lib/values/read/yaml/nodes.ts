/** What a YAML file is made of, before it is told what it means. */
export type Node = ScalarNode | ListNode | MapNode | AliasNode;

interface Placed {
  /** Where it starts in the text, after its anchor and tag; undefined where nothing is written. */
  readonly start?: number;
  readonly anchor?: string;
  /** The tag in full, `!` alone, or undefined. */
  readonly tag?: string;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'block';
  readonly text: string;
  readonly end?: number;
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface MapNode extends Placed {
  readonly kind: 'map';
  readonly pairs: readonly (readonly [key: Node, value: Node])[];
}

export interface AliasNode {
  readonly kind: 'alias';
  readonly start?: number;
  /** Name of the anchor. */
  readonly name: string;
}

/** A scalar of which nothing is written. */
export const NOTHING: ScalarNode = { kind: 'scalar', style: 'plain', text: '' };
