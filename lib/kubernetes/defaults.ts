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
