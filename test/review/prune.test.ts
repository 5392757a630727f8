import { deleteCommand, holdsData } from '../../lib/review/effects/prune';
import { effectsOf, object } from './objects';

test('what HEAD no longer has is left behind', () => {
  const effects = effectsOf([object('Service', 'a'), object('ConfigMap', 'm')], [object('Service', 'a')]);
  expect(effects?.prune.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual(['ConfigMap/m']);
});

test('another namespace is another object', () => {
  const moved = object('Service', 'a', { metadata: { namespace: 'other' } });
  expect(effectsOf([object('Service', 'a')], [moved])?.prune).toEqual([object('Service', 'a')]);
});

test('another version of the same group is the same object', () => {
  const route = (version: string) => object('HTTPRoute', 'r', {}, `gateway.networking.k8s.io/${version}`);
  expect(effectsOf([route('v1beta1')], [route('v1')])?.prune).toEqual([]);
});

test('the command names groups that kubectl has to be told, and quotes', () => {
  expect(deleteCommand([object('Deployment', 'a', {}, 'apps/v1'), object('Job', 'j', {}, 'batch/v1')])).toBe(
    'kubectl delete --namespace ns deployment/a job/j',
  );
  expect(deleteCommand([object('HTTPRoute', 'r', {}, 'gateway.networking.k8s.io/v1')])).toBe(
    'kubectl delete --namespace ns httproute.gateway.networking.k8s.io/r',
  );
  expect(deleteCommand([object('PriorityClass', "a'; rm -rf /", {}, 'scheduling.k8s.io/v1')])).toBe(
    `kubectl delete 'priorityclass/a'\\''; rm -rf /'`,
  );
});

test('claims and namespaces hold data', () => {
  expect(holdsData(object('PersistentVolumeClaim', 'c'))).toBe(true);
  expect(holdsData(object('Service', 's'))).toBe(false);
});
