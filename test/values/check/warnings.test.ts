import { warnings } from '../../support/findings';

test.each([
  [
    'scheduling: {userPlaceholder: {replicas: 2}}',
    'scheduling.userPlaceholder.replicas: placeholders do not make way for users without scheduling.podPriority.enabled',
  ],
  [
    'proxy: {https: {enabled: true, type: secret}}',
    'proxy.https.secret.name: is missing: Kubernetes refuses the proxy without the name of the Secret',
  ],
  [
    'singleuser: {extraEnv: [{name: A, value: b}]}',
    'singleuser.extraEnv: is a list, which KubeSpawner does not take: no server will start; write a map',
  ],
  [
    'singleuser: {extraEnv: {PORT: 80}}',
    'singleuser.extraEnv.PORT: is a number: no server will start; put it in quotes',
  ],
  [
    'singleuser: {storage: {extraVolumes: {data: null}}}',
    'singleuser.storage.extraVolumes.data: is null: no server will start; leave it out',
  ],
])('warns of %s', (values, expected) => {
  expect(warnings(values)).toEqual([expected]);
});

test.each([
  '',
  'scheduling: {podPriority: {enabled: true}, userPlaceholder: {replicas: 2}}',
  'scheduling: {userPlaceholder: {enabled: false, replicas: 2}}',
  'proxy: {https: {enabled: true, type: secret, secret: {name: tls}}}',
  'singleuser: {extraEnv: {A: b, C: {valueFrom: {fieldRef: {fieldPath: metadata.name}}}}}',
])('is silent about %j', (values) => {
  expect(warnings(values)).toEqual([]);
});
