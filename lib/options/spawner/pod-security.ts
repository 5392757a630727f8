import { checkCall } from '../wire/refuse';
import { PodSecurityLevel, SpawnerProps } from './props';

/** Options that make users' pods pass a level of Kubernetes' Pod Security. All other pods of the release pass `restricted` as they are. */
export class PodSecurity {
  /**
   * The options of a spawner, with what `restricted` asks for: no container is privileged, so the metadata server is blocked by the NetworkPolicy
   * rather than by an init container. At synth, every pod is checked: those of profiles and choices, with all their containers and volumes.
   * @param props the other options
   * @throws where an option says the contrary
   */
  public static restricted(props: SpawnerProps = {}): SpawnerProps {
    checkCall('PodSecurity.restricted', PodSecurity.restricted, [props]);
    refuseContrary(props);
    return {
      ...props,
      podSecurity: PodSecurityLevel.RESTRICTED,
      allowPrivilegeEscalation: false,
      cloudMetadata: { ...props.cloudMetadata, blockWithIptables: false },
      containerSecurityContext: {
        ...props.containerSecurityContext,
        capabilities: { drop: ['ALL'] },
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      networkPolicy: {
        ...props.networkPolicy,
        enabled: true,
        egressAllowRules: { ...props.networkPolicy?.egressAllowRules, cloudMetadataServer: false },
      },
    };
  }

  private constructor() {}
}

function refuseContrary({ allowPrivilegeEscalation, cloudMetadata, networkPolicy, uid }: SpawnerProps): void {
  const contrary = [
    allowPrivilegeEscalation === true && 'allowPrivilegeEscalation: true',
    cloudMetadata?.blockWithIptables === true &&
      'cloudMetadata.blockWithIptables: true, as it needs a privileged container',
    networkPolicy?.enabled === false && 'networkPolicy.enabled: false, as it is what blocks the metadata server then',
    networkPolicy?.egressAllowRules?.cloudMetadataServer === true &&
      'networkPolicy.egressAllowRules.cloudMetadataServer: true',
    uid === 0 && 'uid: 0',
  ].filter(Boolean);
  if (contrary.length) throw new Error(`Pod Security restricted does not go with ${contrary.join('; ')}`);
}
