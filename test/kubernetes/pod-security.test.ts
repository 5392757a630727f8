import { securityLevel, securityViolations } from '../../lib/kubernetes/pod-security';
import { CASES } from './pod-security-cases';

// test/components/hub/python/test_pod_security.py asks a real API server about the same pods.
test.each(CASES)('%s is %s', (_, level, pod) => {
  expect(securityLevel(pod)).toBe(level);
});

test('tells the field and what it must be', () => {
  const spec = { containers: [{ name: 'c', securityContext: { capabilities: { drop: ['ALL'] } } }] };
  expect(securityViolations({ spec }).map(({ what }) => what)).toEqual([
    'container c: securityContext.allowPrivilegeEscalation must be false',
    'container c: securityContext.runAsNonRoot must be true',
    'container c: securityContext.seccompProfile.type must be RuntimeDefault or Localhost',
  ]);
});
