import { checksum } from '../../lib/data/checksum';
import { objects } from '../support/objects';

test('is the same whatever the order of keys, and whether nulls are there', () => {
  expect(checksum({ a: 1, b: [{ d: 1, c: 2 }] })).toBe(checksum({ b: [{ c: 2, d: 1, e: null }], a: 1 }));
  expect(checksum({ a: 1 })).not.toBe(checksum({ a: 2 }));
});

test('saying what is the default anyway changes nothing, not even a name with a hash', () => {
  const values = `
    scheduling:
      corePods:
        tolerations:
          - {effect: NoSchedule, key: hub.jupyter.org/dedicated, operator: Equal, value: core}
          - {effect: NoSchedule, key: hub.jupyter.org_dedicated, operator: Equal, value: core}`;
  expect(objects(values)).toEqual(objects());
});
