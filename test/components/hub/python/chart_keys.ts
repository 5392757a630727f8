// Serves test_existing_keys.py: every key of the chart with values that it may hold, as JSON. A map of the user's own names has one key.
import { CHART_SCHEMA } from '../../../../lib/chart/schema/schema';
import { Kind, Schema } from '../../../../lib/chart/schema/types';

const SAMPLES: Record<Kind, unknown[]> = {
  text: ['pl4nted'],
  number: [7.5],
  integer: [7],
  boolean: [true, false],
  null: [null],
  map: [{ planted: 'pl4nted' }],
  list: [[{ name: 'pl4nted' }]],
};

interface Key {
  readonly path: readonly string[];
  readonly samples: readonly unknown[];
}

function keys(schema: Schema, path: readonly string[]): Key[] {
  const { choices, kinds = ['text'], others } = schema;
  const known = Object.entries(schema.keys ?? {}).flatMap(([key, own]) => keys(own, [...path, key]));
  const named = others?.keys ? keys(others, [...path, 'planted']) : [];
  const below = [...known, ...named];
  const own = kinds.filter((kind) => kind !== 'map' || !below.length).flatMap((kind) => SAMPLES[kind]);
  const samples: readonly unknown[] = choices ?? own;
  return [...(samples.length ? [{ path, samples }] : []), ...below];
}

process.stdout.write(JSON.stringify(keys(CHART_SCHEMA, [])));
