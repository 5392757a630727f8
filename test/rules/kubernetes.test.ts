import { findings } from '../support/findings';

test.each<[values: string, lines: string[]]>([
  [
    'hub: {resources: {requests: {cpu: 500m}, limits: {cpu: 250m, memory: 512MB}}}',
    [
      'hub.resources.limits.memory: "512MB" is no quantity of Kubernetes: a number, with a suffix such as m, k, M, G or Ki, Mi, Gi: Kubernetes refuses the workload [kubernetes/resources]',
      'hub.resources.limits.cpu: "250m" is below the request of "500m": Kubernetes refuses the workload [kubernetes/resources]',
    ],
  ],
  [
    'singleuser: {storage: {capacity: 10GiB}}',
    [
      'singleuser.storage.capacity: "10GiB" is no quantity of Kubernetes: a number, with a suffix such as m, k, M, G or Ki, Mi, Gi: Kubernetes refuses the claim [kubernetes/storage]',
    ],
  ],
  [
    'hub: {db: {pvc: {storage: 1GB}}}',
    [
      'hub.db.pvc.storage: "1GB" is no quantity of Kubernetes: a number, with a suffix such as m, k, M, G or Ki, Mi, Gi: Kubernetes refuses the claim [kubernetes/storage]',
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
    'singleuser: {extraTolerations: [{key: gpu, operator: Exist, value: true}]}',
    [
      'singleuser.extraTolerations[0].value: must be a string, but is true: Kubernetes refuses the pod; write "true" [kubernetes/toleration]',
      'singleuser.extraTolerations[0].operator: must be Exists or Equal, but is "Exist": Kubernetes refuses the pod [kubernetes/toleration]',
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
