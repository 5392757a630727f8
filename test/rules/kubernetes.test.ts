import { findings } from '../support/findings';

test.each<[values: string, lines: string[]]>([
  [
    'hub: {resources: {requests: {cpu: 500m}, limits: {cpu: 250m, memory: 512MB}}}',
    [
      'hub.resources.limits.memory: must be a quantity of bytes, 1Mi at least, such as 512Mi, but is "512MB": Kubernetes refuses the object [formats/quantity]',
      'hub.resources.limits.cpu: "250m" is below the request of "500m": Kubernetes refuses the workload [kubernetes/resources]',
    ],
  ],
  [
    'singleuser: {storage: {capacity: 10GiB}}',
    [
      'singleuser.storage.capacity: must be a quantity of Kubernetes, 1Mi at least, such as 10Gi, but is "10GiB": Kubernetes refuses the object [formats/quantity]',
    ],
  ],
  [
    'hub: {db: {pvc: {storage: 1GB}}}',
    [
      'hub.db.pvc.storage: must be a quantity of Kubernetes, 1Mi at least, such as 10Gi, but is "1GB": Kubernetes refuses the object [formats/quantity]',
    ],
  ],
  [
    'singleuser: {nodeSelector: {gpu: true}}',
    [
      'singleuser.nodeSelector.gpu: must be a string, but is true: Kubernetes refuses the pod; write "true" [kubernetes/node-selector]',
    ],
  ],
  [
    'proxy: {chp: {nodeSelector: {pool: 1}}}',
    [
      'proxy.chp.nodeSelector.pool: must be a string, but is 1: Kubernetes refuses the pod; write "1" [kubernetes/node-selector]',
    ],
  ],
  [
    'singleuser: {extraTolerations: [{key: gpu, value: true}]}',
    [
      'singleuser.extraTolerations[0].value: must be a string, but is true: Kubernetes refuses the pod; write "true" [kubernetes/toleration]',
    ],
  ],
  [
    'singleuser: {extraTolerations: [{key: gpu, operator: Exist, value: "true"}]}',
    [
      'singleuser.extraTolerations[0].operator: must be Exists, Equal, Lt or Gt, but is "Exist": Kubernetes refuses the object [formats/field]',
    ],
  ],
])('tells of %s', (values, lines) => {
  expect(findings(values)).toEqual(lines);
});

test.each([
  'hub: {resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "1", memory: 1Gi}}, nodeSelector: {a: "true"}}\nsingleuser: {storage: {capacity: 10Gi}}',
  'singleuser: {extraTolerations: [{key: gpu, operator: Equal, value: "true", effect: NoSchedule}, {operator: Exists}]}',
])('says nothing of %s', (values) => {
  expect(findings(values)).toEqual([]);
});
