/** Defaults that several components share. */

/** Passes Pod Security `restricted`; the user is `nobody`. */
export const NOBODY_SECURITY_CONTEXT = {
  runAsNonRoot: true,
  runAsUser: 65534,
  runAsGroup: 65534,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

/** Egress rules of pods that may go anywhere. */
export const ALL_EGRESS = {
  cloudMetadataServer: true,
  dnsPortsCloudMetadataServer: true,
  dnsPortsKubeSystemNamespace: true,
  dnsPortsPrivateIPs: true,
  nonPrivateIPs: true,
  privateIPs: true,
};

/**
 * Probe that restarts a container which has stopped answering.
 * @param initialDelaySeconds how long a container may take to start
 */
export function livenessProbe(initialDelaySeconds: number) {
  return { enabled: true, initialDelaySeconds, periodSeconds: 10, failureThreshold: 30, timeoutSeconds: 3 };
}

/** Probe that sends nobody to a container until it answers. */
export const READINESS_PROBE = {
  enabled: true,
  initialDelaySeconds: 0,
  periodSeconds: 2,
  failureThreshold: 1000,
  timeoutSeconds: 1,
};
