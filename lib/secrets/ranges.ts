/** A part of a string, from its first character to the one behind its last. */
export type Range = readonly [start: number, end: number];

/** What a string shows, and the parts that it does not, each by the marker in its place. */
export interface Masked {
  readonly shown: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** Shorter parts are too common to be looked for elsewhere in the string. */
const LONG = 6;

/** Every other place where one of the parts stands: what is hidden once is hidden everywhere. */
function repeated(text: string, ranges: readonly Range[]): Range[] {
  const parts = new Set(ranges.map(([start, end]) => text.slice(start, end)).filter((part) => part.length >= LONG));
  return [...parts].flatMap((part) => {
    const found: Range[] = [];
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
      found.push([at, at + part.length]);
    }
    return found;
  });
}

/** Ranges in order that do not touch, none of them over the end of a line: lines stay where they are. */
function inLines(text: string, ranges: readonly Range[]): Range[] {
  const ordered = [...ranges].sort(([a], [b]) => a - b);
  const apart: [number, number][] = [];
  for (const [start, end] of ordered) {
    const last = apart[apart.length - 1];
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart.flatMap(([start, end]) => {
    const lines = [...text.slice(start, end).matchAll(/[^\n]*[^\s][^\n]*/g)];
    return lines.map(({ index, 0: line }): Range => [start + index, start + index + line.length]);
  });
}

/** The string with markers in place of the ranges; undefined where there are none. */
export function mask(text: string, ranges: readonly Range[]): Masked | undefined {
  const hidden = inLines(text, [...ranges, ...repeated(text, ranges)]);
  if (!hidden.length) return undefined;
  const markers = new Map<string, string>();
  let number = 0;
  const markerOf = (part: string): string => {
    let marker = markers.get(part);
    while (marker === undefined) {
      number += 1;
      const free = `(secret ${number})`;
      if (!text.includes(free)) marker = free;
    }
    markers.set(part, marker);
    return marker;
  };
  let shown = '';
  let at = 0;
  for (const [start, end] of hidden) {
    shown += text.slice(at, start) + markerOf(text.slice(start, end));
    at = end;
  }
  return {
    shown: shown + text.slice(at),
    parts: Object.fromEntries([...markers].map(([part, marker]) => [marker, part])),
  };
}
