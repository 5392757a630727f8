import { warnings } from '../support/findings';

test.each([
  [
    'scheduling: {userPlaceholder: {replicas: 2}}',
    'scheduling.userPlaceholder.replicas: are there without scheduling.podPriority.enabled: placeholders do not make way for users; set scheduling.podPriority.enabled to true, or scheduling.userPlaceholder.replicas to 0 [objects/placeholders-without-priority]',
  ],
  [
    'proxy: {https: {enabled: true, type: secret}}',
    'proxy.https.secret.name: is missing: Kubernetes refuses the proxy; name the Secret of type kubernetes.io/tls [tls/secret-name]',
  ],
  [
    'singleuser: {extraEnv: [{name: A, value: b}]}',
    'singleuser.extraEnv: must be a map, but is a list: no server starts; write NAME: value [user-pod/environment]',
  ],
  [
    'singleuser: {extraEnv: {PORT: 80}}',
    'singleuser.extraEnv.PORT: must be a string or a map with valueFrom, but is 80: no server starts; put it in quotes [user-pod/environment]',
  ],
  [
    'singleuser: {storage: {extraVolumes: {data: null}}}',
    'singleuser.storage.extraVolumes.data: is null: no server starts; leave it out [user-pod/null-volume]',
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
