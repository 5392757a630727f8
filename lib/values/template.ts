import { isMap, Tree } from '../data/maps';
import { SecretValue } from '../secrets/secret-value';
import { CHART_VERSION, JUPYTERHUB_VERSION } from '../version';
import { readYaml } from './read/yaml/read';

/** What a template may ask for besides the values. */
export interface Target {
  readonly release: string;
  readonly namespace: string;
}

/** What is wrong with a template, and where it stands. */
export interface TemplateProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The keys whose texts the chart runs through its template engine. */
const TEMPLATED = ['hub.command', 'hub.args', 'proxy.chp.extraCommandLineFlags'];

const FILTERS: Record<string, (text: string) => string> = {
  quote: (text) => JSON.stringify(text),
  squote: (text) => `'${text}'`,
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  trim: (text) => text.trim(),
};

const KNOWN = `known are .Release.Name, .Release.Namespace, .Chart.*, .Values.* and the filters ${Object.keys(FILTERS).join(', ')}`;

/** An action that cannot be carried out. */
class ActionError extends Error {}

/**
 * The text with each `{{ }}` replaced; a dash within takes the white space beside it away. Looks at each character a fixed number of times.
 * @throws ActionError where one is not closed
 */
function replaceActions(text: string, carryOut: (action: string, expression: string) => string): string {
  const parts: string[] = [];
  let start = 0;
  let isTrimmed = false;
  for (;;) {
    const open = text.indexOf('{{', start);
    const before = text.slice(start, open < 0 ? undefined : open);
    const literal = isTrimmed ? before.trimStart() : before;
    if (open < 0) return [...parts, literal].join('');
    const close = text.indexOf('}}', open + 2);
    if (close < 0) throw new ActionError('has {{ without }}, which is no template');
    const inner = text.slice(open + 2, close);
    const trimsBefore = /^-\s/.test(inner);
    isTrimmed = /\s-$/.test(inner.slice(-2));
    const expression = inner.slice(trimsBefore ? 1 : 0, isTrimmed ? -1 : undefined).trim();
    parts.push(trimsBefore ? literal.trimEnd() : literal, carryOut(text.slice(open, close + 2), expression));
    start = close + 2;
  }
}

function lookup(context: Tree, expression: string): unknown {
  if (!/^(\$)?(\.[A-Za-z_][\w-]*)+$/.test(expression)) return undefined;
  const keys = expression.replace(/^\$/, '').slice(1).split('.');
  return keys.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), context);
}

/** One action: a value of the release, the chart or the values, and filters. */
function evaluate(whole: string, action: string, context: Tree): string {
  if (/^\/\*[^]*\*\/$/.test(action)) return '';
  const [expression, ...filters] = action.split('|').map((part) => part.trim());
  const value = lookup(context, expression);
  const unknown = new ActionError(`cannot evaluate ${whole.trim()}; ${KNOWN}`);
  if (value instanceof SecretValue) {
    throw new ActionError(`${whole.trim()} is a secret, which everyone could read here; use an environment variable`);
  }
  if (value === undefined || value === null || typeof value === 'object') throw unknown;
  return filters.reduce((text, filter) => {
    if (!Object.prototype.hasOwnProperty.call(FILTERS, filter)) throw unknown;
    return FILTERS[filter](text);
  }, String(value));
}

/** A string as the chart's templates write it into a list, where quotes around it and a comment after it are YAML's. */
function asListItem(text: string): string {
  const { value, problems } = readYaml(`- ${text}`, '', false);
  const [item, ...others] = Array.isArray(value) ? value : [];
  return !problems.length && !others.length && typeof item === 'string' ? item : text;
}

function contextOf(values: Tree, { release, namespace }: Target): Tree {
  return {
    Release: { Name: release, Namespace: namespace, Service: 'Helm' },
    Chart: { Name: 'jupyterhub', Version: CHART_VERSION, AppVersion: JUPYTERHUB_VERSION },
    Values: values,
  };
}

/**
 * The values with the templates in them replaced by what they stand for.
 * @param values the user's
 * @param effective what templates see: the same, over the chart's defaults
 */
export function renderTemplates(
  values: Tree,
  effective: () => Tree,
  release: Target,
): { values: Tree; problems: TemplateProblem[] } {
  const problems: TemplateProblem[] = [];
  // Hardly any values have a template, and what it sees takes some work.
  let context: Tree | undefined;
  const carryOut = (whole: string, action: string) =>
    evaluate(whole, action, (context ??= contextOf(effective(), release)));
  const render = (text: unknown, path: TemplateProblem['path']): unknown => {
    if (typeof text !== 'string') return text;
    try {
      return asListItem(replaceActions(text, carryOut));
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      problems.push({ path, message: error.message });
      return text;
    }
  };
  const at = (tree: Tree, [key, ...rest]: string[], path: string[]): Tree => {
    const value = tree[key];
    if (rest.length) return isMap(value) ? { ...tree, [key]: at(value, rest, path) } : tree;
    if (!Array.isArray(value)) return tree;
    return { ...tree, [key]: value.map((text, index) => render(text, [...path, index])) };
  };
  const rendered = TEMPLATED.map((key) => key.split('.')).reduce((tree, path) => at(tree, path, path), values);
  return { values: rendered, problems };
}
