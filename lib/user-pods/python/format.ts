import { SpawnError } from '../spawn-error';
import { formatField, Scalar } from './format-field';

/** The value of a field of a template by its name. */
export type Lookup = (name: string) => Scalar;

interface Replacement {
  readonly field: string;
  readonly conversion?: string;
  readonly spec: string;
}

/** The text between a brace at a place and the one that closes it, and the place after that. */
function betweenBraces(template: string, open: number): { readonly text: string; readonly next: number } {
  let depth = 1;
  for (let place = open + 1; place < template.length; place += 1) {
    if (template[place] === '{') depth += 1;
    if (template[place] === '}') depth -= 1;
    if (depth === 0) return { text: template.slice(open + 1, place), next: place + 1 };
  }
  throw new SpawnError(`"{" without "}" in ${JSON.stringify(template)}`);
}

function parse(text: string): Replacement {
  const [, field, conversion, spec] = /^((?:\[[^\]]*\]|[^!:[])*)(?:!([^:]*))?(?::([^]*))?$/.exec(text) ?? [];
  if (field === undefined || (conversion !== undefined && conversion.length !== 1)) {
    throw new SpawnError(`{${text}} is no field of a template`);
  }
  return { field, conversion, spec: spec ?? '' };
}

/** A value of `name`, `name[0]`: attributes of values are none of a template's business. */
function valueOf(field: string, lookup: Lookup): Scalar {
  const [, name, rest] = /^([^.[]*)([^]*)$/.exec(field) ?? ['', '', ''];
  if (/^\d*$/.test(name)) throw new SpawnError(`{${field}} has no name`);
  let value = lookup(name);
  if (!rest) return value;
  for (const [part, index] of rest.matchAll(/\[(\d+)\]|[^]+/g)) {
    const char = index === undefined ? undefined : [...String(value)][Number(index)];
    if (char === undefined || typeof value !== 'string') throw new SpawnError(`{${field}} has no ${part}`);
    value = char;
  }
  return value;
}

/**
 * A template with its fields filled in, as `str.format` of Python does it: `{name}`, `{name:>8}`, `{{` for a brace.
 * @throws SpawnError where Python would raise an error
 */
export function format(template: string, lookup: Lookup, depth = 2): string {
  if (!/[{}]/.test(template)) return template;
  if (depth === 0) throw new SpawnError(`fields are nested too deeply in ${JSON.stringify(template)}`);
  let formatted = '';
  for (let place = 0; place < template.length;) {
    const char = template[place];
    if ((char === '{' || char === '}') && template[place + 1] === char) {
      formatted += char;
      place += 2;
    } else if (char === '}') {
      throw new SpawnError(`"}" without "{" in ${JSON.stringify(template)}`);
    } else if (char === '{') {
      const { text, next } = betweenBraces(template, place);
      const { field, conversion, spec } = parse(text);
      formatted += formatField(valueOf(field, lookup), conversion, format(spec, lookup, depth - 1));
      place = next;
    } else {
      formatted += char;
      place += 1;
    }
  }
  return formatted;
}
