import { parse } from 'yaml';
import { existingTraits } from '../../../lib/components/hub/existing-traits';
import { traitsOf } from '../../../lib/jupyterhub/classes';
import { object } from '../../support/objects';

const rows = Object.values(existingTraits()).flatMap((own) => Object.entries(own));

test('each key of the chart is the source of one trait, which JupyterHub or KubeSpawner has', () => {
  const unknown = rows.filter(([, name]) => {
    const [section = '', trait = ''] = name.split('.');
    return !traitsOf(section).has(trait);
  });
  expect(unknown).toEqual([]);
  expect(new Set(rows.map(([key]) => key)).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(45);
});

test("the hub's Python is told where it reads values of an existing Secret, and only there", () => {
  const facts = (values = '') => parse(object('ConfigMap', 'hub', values).data['cluster.yaml']);
  expect(facts('hub: {existingSecret: theirs}').existingTraits).toEqual(existingTraits());
  expect(facts()).not.toHaveProperty('existingTraits');
});
