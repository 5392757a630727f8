import { Kind, Schema } from '../../lib/chart/schema/types';
import { CHART_SCHEMA } from '../../lib/chart/schema/schema';
import { MOVES } from '../../lib/chart/table';
import { alternatives, membersByWireName } from '../../lib/options/wire/lookup';
import { Type } from '../../lib/options/wire/option-types';

type Keys = readonly string[];

/** The keys of the chart that are known by name, each with its schema. */
function chartKeys(schema: Schema, path: Keys = []): [Keys, Schema][] {
  return Object.entries(schema.keys ?? {})
    .filter(([, { refused }]) => refused === undefined)
    .flatMap(([key, own]): [Keys, Schema][] => {
      const here = [...path, key];
      return own.keys ? chartKeys(own, here) : [[here, own]];
    });
}

/** The option of a chart's key, by the longest row of the table that it begins with: one that converts takes all that is below. */
function optionOf(key: Keys): Keys {
  const [row] = MOVES.map(([from, to, convert]) => ({ from: from.split('.'), to: to.split('.'), convert }))
    .filter(({ from }) => from.every((word, index) => word === key[index]))
    .sort((a, b) => b.from.length - a.from.length);
  return row === undefined ? key : row.convert ? row.to : [...row.to, ...key.slice(row.from.length)];
}

/** The type of an option; undefined where there is no such option. */
function typeAt([name, ...rest]: Keys, type: Type): Type | undefined {
  if (name === undefined) return type;
  for (const one of alternatives(type)) {
    if (one === 'any') return one;
    if (typeof one !== 'object') continue;
    const member = 'struct' in one ? membersByWireName(one.struct).get(name)?.type : 'map' in one ? one.map : undefined;
    const found = member === undefined ? undefined : typeAt(rest, member);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The kinds of values that a type has in values files. */
function kindsOf(type: Type): Kind[] {
  return alternatives(type).flatMap((one): Kind[] => {
    if (one === 'any') return ['text', 'number', 'integer', 'boolean', 'map', 'list'];
    if (one === 'string') return ['text'];
    if (one === 'number') return ['number', 'integer'];
    if (one === 'boolean') return ['boolean'];
    if ('list' in one) return ['list'];
    if ('map' in one || 'struct' in one) return ['map'];
    if ('enum' in one) return ['text'];
    // An object of a class, of whatever its row of the table makes it.
    return ['text', 'number', 'integer', 'map', 'list'];
  });
}

/** What only Helm has a use for: no manifest depends on it. */
const OF_HELM = ['enabled', 'global.safeToShowValues'];

/** Keys of which the chart takes a kind that the option does not, with the kind. */
const OTHER_KINDS: Readonly<Record<string, Kind>> = {
  // The chart's schema takes a string there, which Kubernetes refuses.
  'hub.deploymentStrategy.rollingUpdate': 'text',
  'proxy.deploymentStrategy.rollingUpdate': 'text',
  // Lists of variables are the chart's older form; programs have maps.
  'hub.extraEnv': 'list',
  'proxy.chp.extraEnv': 'list',
  'proxy.traefik.extraEnv': 'list',
  'singleuser.extraEnv': 'list',
};

const keys = chartKeys(CHART_SCHEMA).map(([key, schema]) => [key.join('.'), key, schema] as const);
const options = keys.filter(([name]) => !OF_HELM.includes(name));

test('all keys are found', () => {
  expect(options.length).toBeGreaterThan(350);
  expect(keys.map(([name]) => name)).toEqual(expect.arrayContaining([...OF_HELM, ...Object.keys(OTHER_KINDS)]));
});

test.each(options)('%s is an option of the same kinds', (name, key, { kinds = [], choices = [] }) => {
  const type = typeAt(optionOf(key), { struct: 'JupyterHubProps' });
  expect(type).toBeDefined();
  const wanted = choices.length ? ['text'] : kinds.filter((kind) => kind !== 'null');
  const missing = wanted.filter((kind) => !kindsOf(type!).includes(kind as Kind));
  expect(missing).toEqual(name in OTHER_KINDS ? [OTHER_KINDS[name]] : []);
});
