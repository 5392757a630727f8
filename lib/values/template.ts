import { isMap } from '../kubernetes/complete';
import { Problem } from './problem';
import { Values } from './reader';
import { CHART_VERSION, JUPYTERHUB_VERSION } from '../version';

type Tree = Record<string, unknown>;

/** What a template may ask for besides the values. */
export interface Release {
  readonly release: string;
  readonly namespace: string;
}

/** The keys whose texts the chart runs through its template engine. */
const TEMPLATED = ['hub.command', 'hub.args', 'proxy.chp.extraCommandLineFlags'];

const ACTION = /\{\{-?\s*(.*?)\s*-?\}\}/g;

function lookup(context: Tree, expression: string): unknown {
  if (!/^(\$)?(\.[A-Za-z_][\w-]*)+$/.test(expression)) return undefined;
  const keys = expression.replace(/^\$/, '').slice(1).split('.');
  return keys.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), context);
}

const FILTERS: Record<string, (text: string) => string> = {
  quote: (text) => JSON.stringify(text),
  squote: (text) => `'${text}'`,
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  trim: (text) => text.trim(),
};

/** One `{{ }}`: a value of the release, the chart or the values, and filters. Undefined for anything else. */
function evaluate(action: string, context: Tree): string | undefined {
  const [expression, ...filters] = action.split('|').map((part) => part.trim());
  const value = lookup(context, expression);
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  return filters.reduce<string | undefined>(
    (text, filter) => (text === undefined ? undefined : FILTERS[filter]?.(text)),
    String(value),
  );
}

/** What stands in the templated keys and cannot be evaluated. */
export function unknownTemplates(values: Values, release: Release): Problem[] {
  const context = contextOf(values.map, release);
  return TEMPLATED.flatMap((key) => {
    const list = key.split('.').reduce<unknown>((value, part) => (isMap(value) ? value[part] : undefined), values.map);
    if (!Array.isArray(list)) return [];
    return list.flatMap((text, index) => {
      const unknown = [...String(text).matchAll(ACTION)].filter(
        ([, action]) => evaluate(action, context) === undefined,
      );
      const path = [...key.split('.'), index];
      return unknown.map(([whole]) => ({
        position: values.position(path),
        path: `${key}[${index}]`,
        message: `cannot evaluate ${whole}; known are .Release.Name, .Release.Namespace, .Chart.*, .Values.* and the filters ${Object.keys(FILTERS).join(', ')}`,
      }));
    });
  });
}

function contextOf(values: Tree, { release, namespace }: Release): Tree {
  return {
    Release: { Name: release, Namespace: namespace, Service: 'Helm' },
    Chart: { Name: 'jupyterhub', Version: CHART_VERSION, AppVersion: JUPYTERHUB_VERSION },
    Values: values,
  };
}

/** The values with the templates in them replaced by what they stand for. */
export function renderTemplates(values: Tree, release: Release): Tree {
  const context = contextOf(values, release);
  const render = (text: unknown) =>
    typeof text === 'string'
      ? text.replace(ACTION, (whole, action: string) => evaluate(action, context) ?? whole)
      : text;
  const at = (tree: Tree, [key, ...rest]: string[]): Tree => {
    const value = tree[key];
    if (rest.length) return isMap(value) ? { ...tree, [key]: at(value, rest) } : tree;
    return Array.isArray(value) ? { ...tree, [key]: value.map(render) } : tree;
  };
  return TEMPLATED.reduce((tree, key) => at(tree, key.split('.')), values);
}
