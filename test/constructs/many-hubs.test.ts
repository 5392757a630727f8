import { App, Testing } from 'cdk8s';
import { JupyterHub } from '../../lib';

/** How often the costly steps of a synth are taken. */
const mockWork = { componentObjects: 0, claimsOfObject: 0, findingsOf: 0, toJson: 0 };

function mockCounted<M extends object>(module: M, name: keyof M & keyof typeof mockWork): M {
  const original = module[name] as (...args: unknown[]) => unknown;
  const counted = (...args: unknown[]) => {
    mockWork[name] += 1;
    return original(...args);
  };
  return { ...module, [name]: counted };
}

jest.mock('../../lib/components/manifests', () =>
  mockCounted(jest.requireActual('../../lib/components/manifests'), 'componentObjects' as never),
);
jest.mock('../../lib/constructs/claims', () =>
  mockCounted(jest.requireActual('../../lib/constructs/claims'), 'claimsOfObject' as never),
);

jest.mock('../../lib/rules/findings', () =>
  mockCounted(jest.requireActual('../../lib/rules/findings'), 'findingsOf' as never),
);

/** The work for an app with that many hubs. */
function workFor(hubs: number): typeof mockWork {
  for (const step of Object.keys(mockWork) as (keyof typeof mockWork)[]) mockWork[step] = 0;
  const app = Testing.app() as App;
  for (let i = 0; i < hubs; i++) {
    const hub = JupyterHub.fromHelmValues(app, `hub-${i}`, { namespace: `hub-${i}`, values: {} });
    for (const object of hub.hub.objects) {
      const written = object.toJson.bind(object);
      object.toJson = () => {
        mockWork.toJson += 1;
        return written();
      };
    }
  }
  app.synth();
  return { ...mockWork };
}

test('the work of a synth grows with the number of hubs, and no faster', () => {
  const [five, ten, twenty] = [5, 10, 20].map(workFor);
  const times = (factor: number) =>
    Object.fromEntries(Object.entries(five).map(([step, count]) => [step, factor * count]));
  expect(five.componentObjects).toBe(5);
  expect(Math.min(...Object.values(five))).toBeGreaterThan(0);
  expect(ten).toEqual(times(2));
  expect(twenty).toEqual(times(4));
});
