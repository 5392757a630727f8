import { inPart, ReleaseObject } from '../release-object';
import { Installation } from '../../release/installation';
import { containerEnv } from '../../kubernetes/env';
import { checksum } from '../../data/checksum';
import { imagePullPolicy, imagePullSecrets, imageReference } from '../../kubernetes/images';
import { Manifest } from '../../kubernetes/manifest';
import { concat, nonEmpty, withoutNulls, Tree } from '../../data/maps';
import { networkPolicy } from '../../kubernetes/network-policy';
import { httpProbe, podDisruptionBudget } from '../../kubernetes/objects';
import { base64, isReference, revealText } from '../../secrets/secrets';
import { tokenReference, AUTH_TOKEN_KEY } from '../../release/secret-keys';
import { coreAffinity, coreTolerations } from '../scheduling/affinity';
import { USER_POD_COMPONENT } from '../../release/labels';
import { DeploymentSpec, Volume } from '../../kubernetes/shapes';

const COMPONENT = 'proxy';

/** Where the proxy finds its certificate, when it speaks HTTPS itself: the Secrets, and the names of the two files. */
interface Certificate {
  readonly source: Pick<Volume, 'secret' | 'projected'>;
  readonly key: string;
  readonly crt: string;
}

/** The files of a certificate that was given, by what they are; each is known at synth, or in a Secret of the cluster. */
function manualFiles({ props }: Installation): Record<string, unknown> {
  const { tls } = props.proxy;
  if (!tls.enabled || tls.type !== 'manual') return {};
  return { 'tls.crt': tls.manual.cert, 'tls.key': tls.manual.key };
}

function manualSource(installation: Installation): Certificate['source'] {
  const secretName = installation.names['proxy-public-manual-tls'];
  const files = Object.entries(manualFiles(installation));
  const elsewhere = files.flatMap(([path, value]) =>
    isReference(value) ? [{ secret: { name: value.secretName, items: [{ key: value.secretKey, path }] } }] : [],
  );
  if (!elsewhere.length) return { secret: { secretName } };
  const own = elsewhere.length < files.length ? [{ secret: { name: secretName } }] : [];
  return { projected: { sources: [...own, ...elsewhere] } };
}

function certificate(installation: Installation): Certificate | undefined {
  const { tls } = installation.props.proxy;
  if (!tls.enabled) return undefined;
  if (tls.type === 'manual') {
    return { source: manualSource(installation), key: 'tls.key', crt: 'tls.crt' };
  }
  if (tls.type === 'secret') {
    return { source: { secret: { secretName: tls.secret.name ?? '' } }, key: tls.secret.key, crt: tls.secret.crt };
  }
  return undefined;
}

function command(installation: Installation, tls: Certificate | undefined): string[] {
  const { props, names } = installation;
  const { chp } = props.proxy;
  const hubPort = `$(${names.hub.toUpperCase().replace(/-/g, '_')}_SERVICE_PORT)`;
  const hub = `http://${names.hub}:${hubPort}`;
  const jupyterhub = props.hub.config.JupyterHub as Tree | undefined;
  return [
    'configurable-http-proxy',
    '--ip=',
    '--api-ip=',
    '--api-port=8001',
    `--default-target=${nonEmpty(chp.defaultTarget) ?? hub}`,
    `--error-target=${nonEmpty(chp.errorTarget) ?? `${hub}/hub/error`}`,
    ...(tls
      ? [
          '--port=8443',
          '--redirect-port=8000',
          '--redirect-to=443',
          `--ssl-key=/etc/chp/tls/${tls.key}`,
          `--ssl-cert=/etc/chp/tls/${tls.crt}`,
        ]
      : ['--port=8000']),
    ...(props.debug ? ['--log-level=debug'] : []),
    ...(jupyterhub?.subdomain_host ? ['--host-routing'] : []),
    ...(chp.extraCommandLineFlags ?? []),
  ];
}

function deployment(installation: Installation): Manifest {
  const { props, names, labels } = installation;
  const { proxy } = props;
  const { chp } = proxy;
  const tls = certificate(installation);
  const healthz = {
    path: '/_chp_healthz',
    ...(tls ? { port: 'https', scheme: 'HTTPS' } : { port: 'http', scheme: 'HTTP' }),
  };
  const podAnnotations = withoutNulls({
    'checksum/certificate': certificateChecksum(installation),
    ...proxy.annotations,
  }) as Record<string, string>;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: installation.metadata(names.proxy, COMPONENT),
    spec: {
      revisionHistoryLimit: chp.revisionHistoryLimit,
      replicas: 1,
      selector: { matchLabels: labels.match(COMPONENT) },
      strategy: proxy.deploymentStrategy,
      template: {
        metadata: {
          labels: {
            ...labels.pod(COMPONENT),
            'hub.jupyter.org/network-access-hub': 'true',
            'hub.jupyter.org/network-access-singleuser': 'true',
            ...proxy.labels,
          },
          annotations: nonEmpty(withoutNulls(podAnnotations)),
        },
        spec: {
          terminationGracePeriodSeconds: 60,
          priorityClassName: installation.priorityClassName,
          nodeSelector: nonEmpty(chp.nodeSelector),
          tolerations: coreTolerations(props, chp.tolerations),
          affinity: coreAffinity(props),
          volumes: tls && [{ name: 'tls-secret', ...tls.source }],
          imagePullSecrets: imagePullSecrets(chp.image, installation.imagePullSecrets),
          containers: [
            {
              name: 'chp',
              image: imageReference(chp.image),
              command: command(installation, tls),
              volumeMounts: tls && [{ name: 'tls-secret', mountPath: '/etc/chp/tls', readOnly: true }],
              resources: nonEmpty(chp.resources),
              env: [
                {
                  name: 'CONFIGPROXY_AUTH_TOKEN',
                  valueFrom: { secretKeyRef: tokenReference(installation, AUTH_TOKEN_KEY, proxy.secretToken) },
                },
                ...containerEnv('proxy.chp', chp.extraEnv, names['hub-literals']),
              ],
              imagePullPolicy: imagePullPolicy(chp.image),
              ports: concat(tls && [{ name: 'https', containerPort: 8443 }], [
                { name: 'http', containerPort: 8000 },
                { name: 'api', containerPort: 8001 },
              ]),
              livenessProbe: httpProbe(chp.livenessProbe, healthz),
              readinessProbe: httpProbe(chp.readinessProbe, healthz),
              securityContext: nonEmpty(chp.containerSecurityContext),
            },
          ],
          ...chp.extraPodSpec,
        },
      },
    } satisfies DeploymentSpec,
  };
}

/**
 * Restarts the proxy with another certificate. That is no secret, and another key has another one; of its token and its variables, which may
 * be weak, nothing is told: the hub restarts the proxy where they change.
 */
function certificateChecksum(installation: Installation): string | undefined {
  const certificate = revealText(manualFiles(installation)['tls.crt']);
  return certificate === undefined ? undefined : checksum(certificate);
}

function manualTlsSecret(installation: Installation): Manifest | undefined {
  const own = Object.entries(manualFiles(installation)).filter(([, value]) => !isReference(value));
  if (!own.length) return undefined;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: installation.metadata(installation.names['proxy-public-manual-tls'], COMPONENT),
    // Kubernetes wants both files in a Secret of its own type for them.
    type: own.length === 2 ? 'kubernetes.io/tls' : 'Opaque',
    data: Object.fromEntries(own.map(([file, value]) => [file, base64(revealText(value) ?? '')])),
  };
}

/** The pods of configurable-http-proxy, with what belongs to them but for their Services. */
export function chpObjects(installation: Installation): ReleaseObject[] {
  const { props, names, labels } = installation;
  const { chp } = props.proxy;
  const metadata = installation.metadata(names.proxy, COMPONENT);
  const policy = () =>
    networkPolicy(
      metadata,
      labels.match(COMPONENT),
      chp.networkPolicy,
      {
        from: [
          {
            ports: certificate(installation) ? ['http', 'https'] : ['http'],
            label: 'hub.jupyter.org/network-access-proxy-http',
          },
          { ports: ['api'], label: 'hub.jupyter.org/network-access-proxy-api' },
        ],
        to: [
          { selector: labels.match('hub'), ports: [8081] },
          { selector: labels.match(USER_POD_COMPONENT), ports: [8888] },
        ],
      },
      props.spawner.cloudMetadata.ip,
    );
  return [
    ...inPart('secrets', { tlsSecret: manualTlsSecret(installation) }),
    ...inPart('main', {
      deployment: deployment(installation),
      networkPolicy: chp.networkPolicy.enabled && policy(),
      podDisruptionBudget: chp.pdb.enabled && podDisruptionBudget(metadata, chp.pdb, labels.match(COMPONENT)),
    }),
  ];
}
