import { inPart, ReleaseObject } from '../release-object';
import { checksum } from '../../data/checksum';
import { toSortedYaml } from '../../data/yaml';
import { CHART_VERSION } from '../../version';
import { Installation } from '../../release/installation';
import { complete } from '../../data/complete';
import { containerEnv, containersWithEnv } from '../../kubernetes/env';
import { imagePullPolicy, imagePullSecrets, imageReference } from '../../kubernetes/images';
import { Manifest } from '../../kubernetes/manifest';
import { concat, nonEmpty, Tree } from '../../data/maps';
import { networkPolicy } from '../../kubernetes/network-policy';
import { podDisruptionBudget, role, roleBinding, serviceAccount, withMetadata } from '../../kubernetes/objects';
import { coreAffinity, coreTolerations } from '../scheduling/affinity';
import { Container, DeploymentSpec, ServiceSpec } from '../../kubernetes/shapes';

const COMPONENT = 'autohttps';

/** Whether certificates come from Let's Encrypt. Without a host there is nothing to ask a certificate for. */
export function hasAutohttps({ props }: Installation): boolean {
  const { tls } = props.proxy;
  return tls.enabled && tls.type === 'letsencrypt' && (tls.hosts ?? []).length > 0;
}

function staticConfiguration({ props }: Installation): Tree {
  const { letsencrypt } = props.proxy.tls;
  const redacted = ['Authorization', 'Cookie', 'Set-Cookie', 'X-Xsrftoken'].map((header) => [header, 'redacted']);
  return {
    accessLog: {
      fields: { headers: { names: Object.fromEntries(redacted) } },
      filters: { statusCodes: ['500-599'] },
    },
    certificatesResolvers: {
      default: {
        acme: {
          caServer: letsencrypt.acmeServer,
          email: letsencrypt.contactEmail,
          httpChallenge: { entryPoint: 'http' },
          storage: '/etc/acme/acme.json',
        },
      },
    },
    entryPoints: {
      http: { address: ':8080' },
      https: { address: ':8443', transport: { respondingTimeouts: { idleTimeout: '10m0s' } } },
    },
    log: { level: props.debug ? 'DEBUG' : 'WARN' },
    providers: { file: { filename: '/etc/traefik/dynamic.yaml' } },
  };
}

function dynamicConfiguration({ props }: Installation): Tree {
  const { hsts } = props.proxy.traefik;
  const everything = 'PathPrefix(`/`)';
  return {
    http: {
      middlewares: {
        hsts: {
          headers: {
            stsIncludeSubdomains: hsts.includeSubdomains,
            stsPreload: hsts.preload,
            stsSeconds: hsts.maxAge,
          },
        },
        redirect: { redirectScheme: { permanent: true, scheme: 'https' } },
        scheme: { headers: { customRequestHeaders: { 'X-Scheme': 'https' } } },
      },
      routers: {
        default: {
          entrypoints: ['https'],
          middlewares: ['hsts', 'scheme'],
          rule: everything,
          service: 'default',
          tls: {
            certResolver: 'default',
            domains: (props.proxy.tls.hosts ?? []).map((main: string) => ({ main })),
            options: 'default',
          },
        },
        insecure: { entrypoints: ['http'], middlewares: ['redirect'], rule: everything, service: 'default' },
      },
      // The chart writes this host without the prefix of the release's names, and so do we.
      services: { default: { loadBalancer: { servers: [{ url: 'http://proxy-http:8000/' }] } } },
    },
    tls: {
      options: {
        default: {
          cipherSuites: [
            'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
            'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
            'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
            'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
            'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
            'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305',
          ],
          minVersion: 'VersionTLS12',
          sniStrict: true,
        },
      },
    },
  };
}

function configurationFiles(installation: Installation): { 'traefik.yaml': string; 'dynamic.yaml': string } {
  const { extraStaticConfig, extraDynamicConfig } = installation.props.proxy.traefik;
  const write = (own: Tree, extra: Tree) => toSortedYaml(complete(own, extra));
  return {
    'traefik.yaml': write(staticConfiguration(installation), extraStaticConfig),
    'dynamic.yaml': write(dynamicConfiguration(installation), extraDynamicConfig),
  };
}

const CERTIFICATES_MOUNT = { name: 'certificates', mountPath: '/etc/acme' };

/** A container that keeps the certificates in a Secret while the pods come and go. */
function secretSyncContainer(installation: Installation, own: Container, args: string[]): Container {
  const { secretSync } = installation.props.proxy;
  return {
    image: imageReference(secretSync.image),
    imagePullPolicy: imagePullPolicy(secretSync.image),
    args: [...args, installation.names['proxy-public-tls'], 'acme.json', '/etc/acme/acme.json'],
    volumeMounts: [CERTIFICATES_MOUNT],
    securityContext: nonEmpty(secretSync.containerSecurityContext),
    ...own,
  };
}

function deployment(installation: Installation, staticConfig: string): Manifest {
  const { props, names, labels } = installation;
  const { traefik, secretSync } = props.proxy;
  const extraEnv = containerEnv('proxy.traefik', traefik.extraEnv, names['hub-literals']);
  const unbuffered = { name: 'PYTHONUNBUFFERED', value: 'True' };
  const secretLabels = {
    'app.kubernetes.io/name': labels.app,
    'app.kubernetes.io/instance': installation.release,
    'helm.sh/chart': `jupyterhub-${CHART_VERSION}`,
    'app.kubernetes.io/managed-by': 'secret-sync',
  };
  const loadAcme = secretSyncContainer(installation, { name: 'load-acme', env: [unbuffered, ...extraEnv] }, ['load']);
  const saveAcme = secretSyncContainer(
    installation,
    { name: 'secret-sync', env: [unbuffered], resources: nonEmpty(secretSync.resources) },
    ['watch-save', ...Object.entries(secretLabels).map(([label, value]) => `--label=${label}=${value}`)],
  );
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: installation.metadata(names.autohttps, COMPONENT),
    spec: {
      revisionHistoryLimit: traefik.revisionHistoryLimit,
      replicas: 1,
      selector: { matchLabels: labels.match(COMPONENT) },
      template: {
        metadata: {
          labels: { ...labels.pod(COMPONENT), 'hub.jupyter.org/network-access-proxy-http': 'true', ...traefik.labels },
          // traefik itself notices a changed dynamic configuration.
          annotations: { 'checksum/static-config': checksum(staticConfig) },
        },
        spec: {
          serviceAccountName: names['autohttps-serviceaccount'],
          priorityClassName: installation.priorityClassName,
          nodeSelector: nonEmpty(traefik.nodeSelector),
          tolerations: coreTolerations(props, traefik.tolerations),
          affinity: coreAffinity(props),
          volumes: concat(
            [
              { name: 'certificates', emptyDir: {} },
              { name: 'traefik-config', configMap: { name: names.autohttps } },
            ],
            traefik.extraVolumes,
          ),
          imagePullSecrets: imagePullSecrets(traefik.image, installation.imagePullSecrets),
          initContainers: concat(
            [loadAcme],
            containersWithEnv('proxy.traefik.extraInitContainers', traefik.extraInitContainers, names['hub-literals']),
          ),
          containers: [
            {
              name: 'traefik',
              image: imageReference(traefik.image),
              imagePullPolicy: imagePullPolicy(traefik.image),
              resources: nonEmpty(traefik.resources),
              ports: concat(
                [
                  { name: 'http', containerPort: 8080 },
                  { name: 'https', containerPort: 8443 },
                ],
                traefik.extraPorts,
              ),
              volumeMounts: concat(
                [{ name: 'traefik-config', mountPath: '/etc/traefik' }, CERTIFICATES_MOUNT],
                traefik.extraVolumeMounts,
              ),
              env: nonEmpty(extraEnv),
              securityContext: nonEmpty(traefik.containerSecurityContext),
            },
            saveAcme,
          ],
          ...traefik.extraPodSpec,
        },
      },
    } satisfies DeploymentSpec,
  };
}

function httpService(installation: Installation): Manifest {
  const { props, names, labels } = installation;
  const { service } = props.proxy.exposure;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: withMetadata(installation.metadata(names['proxy-http'], COMPONENT), service),
    spec: {
      type: 'ClusterIP',
      selector: labels.match('proxy'),
      ports: [{ port: 8000, targetPort: 'http' }],
      ipFamilyPolicy: nonEmpty(service.ipFamilyPolicy),
      ipFamilies: nonEmpty(service.ipFamilies),
    } satisfies ServiceSpec,
  };
}

function rbac(installation: Installation) {
  const { props, names } = installation;
  const metadata = installation.metadata(names.autohttps, COMPONENT);
  const annotations = nonEmpty(props.proxy.traefik.serviceAccount.annotations);
  const secrets = { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'patch', 'list', 'create'] };
  return {
    autohttpsRole: role({ ...metadata, annotations }, [secrets]),
    autohttpsRoleBinding: roleBinding(metadata, names['autohttps-serviceaccount']),
  };
}

/** The pods that speak HTTPS with certificates of Let's Encrypt, with all that belongs to them. */
export function autohttpsObjects(installation: Installation): ReleaseObject[] {
  const { props, names, labels } = installation;
  const { traefik } = props.proxy;
  // The chart's name for it and its condition: it is there without autohttps too.
  const autohttpsPodDisruptionBudget =
    traefik.pdb.enabled &&
    podDisruptionBudget(installation.metadata('proxy', COMPONENT), traefik.pdb, labels.match(COMPONENT));
  if (!hasAutohttps(installation)) return inPart('main', { autohttpsPodDisruptionBudget });
  const metadata = installation.metadata(names.autohttps, COMPONENT);
  const files = configurationFiles(installation);
  const policy = () =>
    networkPolicy(
      metadata,
      labels.match(COMPONENT),
      traefik.networkPolicy,
      {
        from: [{ ports: ['http', 'https'], label: 'hub.jupyter.org/network-access-proxy-http' }],
        to: [{ selector: labels.match('proxy'), ports: [8000] }],
      },
      props.spawner.cloudMetadata.ip,
    );
  const account = installation.metadata(names['autohttps-serviceaccount'], COMPONENT);
  return inPart('main', {
    autohttpsConfigMap: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: files },
    // The account carries no annotations, its Role does: the chart does so.
    autohttpsServiceAccount: traefik.serviceAccount.create && serviceAccount(account, {}),
    ...(props.rbac.create && rbac(installation)),
    autohttpsDeployment: deployment(installation, files['traefik.yaml']),
    autohttpsService: httpService(installation),
    autohttpsNetworkPolicy: traefik.networkPolicy.enabled && policy(),
    autohttpsPodDisruptionBudget,
  });
}
