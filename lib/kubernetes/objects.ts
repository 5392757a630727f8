import { Manifest, ManifestMetadata } from './manifest';
import { nonEmpty } from '../data/maps';
import { PodDisruptionBudgetProps, ProbeProps, ServiceAccountProps } from './props';
import { Wire } from './wire';
import { Container, HttpGetAction, PodDisruptionBudgetSpec } from './shapes';

/** Objects and parts of them that several components make alike. */

export function serviceAccount(metadata: ManifestMetadata, props: Wire<ServiceAccountProps>): Manifest {
  const annotations = nonEmpty(props.annotations);
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { ...metadata, annotations } };
}

export function podDisruptionBudget(
  metadata: ManifestMetadata,
  props: PodDisruptionBudgetProps,
  matchLabels: Record<string, string>,
): Manifest {
  const spec = {
    maxUnavailable: props.maxUnavailable as string | number | undefined,
    minAvailable: props.minAvailable as string | number | undefined,
    selector: { matchLabels },
  } satisfies PodDisruptionBudgetSpec;
  return { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec };
}

/** The metadata with the labels and annotations that are asked for besides. */
export function withMetadata(
  metadata: ManifestMetadata,
  { labels, annotations }: Pick<ManifestMetadata, 'labels' | 'annotations'>,
): ManifestMetadata {
  return { ...metadata, labels: { ...metadata.labels, ...labels }, annotations: nonEmpty(annotations) };
}

export function role(metadata: ManifestMetadata, rules: readonly unknown[]): Manifest {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata, rules };
}

/** Binds the Role of the same name to a ServiceAccount, of the binding's own namespace where none is given. */
export function roleBinding(metadata: ManifestMetadata, account: string, namespace?: string): Manifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata,
    subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
    roleRef: { kind: 'Role', name: metadata.name, apiGroup: 'rbac.authorization.k8s.io' },
  };
}

/** A probe of a container, or undefined where it is switched off. */
export function httpProbe(props: ProbeProps, httpGet: HttpGetAction): Container['readinessProbe'] {
  // Other keys that a values file may hold are nothing to the chart, which knows these four.
  const { enabled, initialDelaySeconds, periodSeconds, failureThreshold, timeoutSeconds } = props;
  return enabled ? { initialDelaySeconds, periodSeconds, failureThreshold, timeoutSeconds, httpGet } : undefined;
}
