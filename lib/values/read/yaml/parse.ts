import {
  COLLECTION_STYLE,
  DocumentEvent,
  Event,
  EVENT_ID,
  getScalarValue,
  MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  ScalarEvent,
  SequenceEvent,
} from 'js-yaml';
import { MAX_DEPTH } from './depth';
import { ListNode, MapNode, Node, NOTHING, ScalarNode } from './nodes';

const STYLES: Readonly<Record<number, ScalarNode['style']>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'block',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'block',
};

/**
 * What the two parsers do not read alike, measured with changed values files: a byte order mark, `...`, and lines that begin with a tab, with an
 * indented `---`, with a key that is marked by `?` or missing, or with the head of a block.
 */
const DOUBTFUL = /\ufeff|^\.\.\.|^ *(?:\t|[|>]| ---|(?:- +)*[?:])/m;

/**
 * The document of a string, by the parser that is five times as fast as the one of `explain`, and has less to say about errors.
 * @returns undefined where `explain` has to look: the text is not sound or doubtful, has directives or several documents, or leaves items of
 * lists empty, which have no place for this parser
 */
export function parse(text: string): Node | undefined {
  if (DOUBTFUL.test(text)) return undefined;
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    const [document, ...more] = events.filter(isDocument);
    if (!document || more.length || document.directives.length) return undefined;
    return new Builder(text, events).document();
  } catch {
    return undefined;
  }
}

function isDocument(event: Event): event is DocumentEvent {
  return event.type === EVENT_ID.DOCUMENT;
}

/** What may stand before a key on its line: blanks, the dash of an item, and the sign of an anchor or a quoted text. */
const INDENT = new Set([' ', '-', '&', '"', "'"]);

/** Something that only `explain` can read. */
class Doubt extends Error {}

/** Puts nodes together from the parser's events: each map, list or document ends with a `POP`. */
class Builder {
  // The first event opens the document.
  private next = 1;

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  document(): Node {
    return this.isAtEnd() ? NOTHING : this.node();
  }

  private isAtEnd(): boolean {
    return this.events[this.next].type === EVENT_ID.POP;
  }

  private node(): Node {
    const event = this.events[this.next++];
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event);
      case EVENT_ID.MAPPING:
        return this.map(event);
      case EVENT_ID.SEQUENCE:
        return this.list(event);
      case EVENT_ID.ALIAS: {
        const { anchorStart, anchorEnd } = event;
        return { kind: 'alias', start: anchorStart - 1, name: this.text.slice(anchorStart, anchorEnd) };
      }
      default:
        throw new Error(`an event of type ${event.type} where a node should begin`);
    }
  }

  private scalar(event: ScalarEvent): ScalarNode {
    const { valueStart, valueEnd } = event;
    const style = STYLES[event.style];
    const isQuoted = style === 'single' || style === 'double';
    return {
      kind: 'scalar',
      style,
      text: valueStart < 0 ? '' : getScalarValue(this.text, event),
      start: valueStart < 0 ? undefined : valueStart - (isQuoted ? 1 : 0),
      end: valueStart < 0 ? undefined : valueEnd,
      anchor: this.anchor(event),
      tag: this.tag(event),
    };
  }

  private map(event: MappingEvent): MapNode {
    const pairs: [Node, Node][] = [];
    while (!this.isAtEnd()) {
      if (event.style === COLLECTION_STYLE.BLOCK) this.checkKey(this.events[this.next]);
      pairs.push([this.node(), this.node()]);
    }
    this.next++;
    return { kind: 'map', start: event.start, anchor: this.anchor(event), tag: this.tag(event), pairs };
  }

  /** Keys begin their line, which the parser does not ask for after a list that is not set in, or after an anchor. */
  private checkKey(event: Event): void {
    if (event.type !== EVENT_ID.SCALAR) return;
    const { valueStart, anchorStart, tagStart } = event;
    let before = Math.min(...[valueStart, anchorStart, tagStart].filter((start) => start >= 0)) - 1;
    while (INDENT.has(this.text[before])) before--;
    if (before >= 0 && this.text[before] !== '\n') throw new Doubt();
  }

  private list(event: SequenceEvent): ListNode {
    const items: Node[] = [];
    while (!this.isAtEnd()) {
      const item = this.node();
      if (item.start === undefined) throw new Doubt();
      items.push(item);
    }
    this.next++;
    return { kind: 'list', start: event.start, anchor: this.anchor(event), tag: this.tag(event), items };
  }

  private anchor({ anchorStart, anchorEnd }: Properties): string | undefined {
    return anchorStart < 0 ? undefined : this.text.slice(anchorStart, anchorEnd);
  }

  private tag({ tagStart, tagEnd }: Properties): string | undefined {
    if (tagStart < 0) return undefined;
    const tag = this.text.slice(tagStart, tagEnd);
    if (tag.startsWith('!!')) return `tag:yaml.org,2002:${tag.slice(2)}`;
    return tag.startsWith('!<') ? tag.slice(2, -1) : tag;
  }
}

type Properties = Pick<ScalarEvent, 'anchorStart' | 'anchorEnd' | 'tagStart' | 'tagEnd'>;
