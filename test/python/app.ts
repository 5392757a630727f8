import { App, Duration, Size } from 'cdk8s';
import {
  Allow,
  Authenticator,
  DatabaseType,
  Exposure,
  JupyterHub,
  PodSecurity,
  Profile,
  SecretValue,
  Storage,
  Tls,
} from '../../lib';

const R = { displayName: 'R', image: 'quay.io/jupyter/r-notebook:2026-01-05' };

const app = new App();

const jupyterhub = new JupyterHub(app, 'jhub', {
  namespace: 'jhub',
  authenticator: Authenticator.gitHub({
    clientId: 'Iv1.abc',
    clientSecret: SecretValue.fromSecret('github-oauth', 'client-secret'),
    callbackUrl: 'https://hub.example.org/hub/oauth_callback',
    allow: Allow.organizations('my-org'),
    admins: ['ada'],
  }),
  hub: { cookieSecret: SecretValue.literal('0123456789abcdef'), extraEnv: { TZ: 'Europe/Berlin' } },
  proxy: { exposure: Exposure.ingress({ host: 'hub.example.org', tlsSecret: 'hub-tls' }) },
  spawner: {
    image: 'quay.io/jupyter/scipy-notebook:2026-01-05',
    cpu: { guarantee: 0.5, limit: 2 },
    memory: { guarantee: '1G', limit: '4G' },
    storage: Storage.dynamic({ capacity: '10Gi' }),
    profiles: [
      Profile.of('Large', {
        cpu: { limit: 8 },
        memory: { limit: '32G' },
        nodeSelector: { size: 'large' },
        extraTolerations: [{ key: 'large', operator: 'Exists' }],
        options: { image: { displayName: 'Image', choices: { r: R } } },
      }),
    ],
  },
});
jupyterhub.hub.addService('reporting', { scopes: ['read:users'] });
jupyterhub.hub.addRole('teachers', { scopes: ['list:users'], groups: ['teachers'] });
jupyterhub.spawner.addVolume(
  { name: 'shared', persistentVolumeClaim: { claimName: 'shared' } },
  { mountPath: '/shared' },
);

new JupyterHub(app, 'course', {
  namespace: 'course',
  authenticator: Authenticator.genericOAuth({
    clientId: 'course',
    authorizeUrl: 'https://id.example.org/authorize',
    tokenUrl: 'https://id.example.org/token',
    userdataUrl: 'https://id.example.org/userinfo',
    allow: Allow.anyOf(Allow.groups('course'), Allow.users('guest')),
  }),
  hub: {
    db: { type: DatabaseType.SQLITE_MEMORY },
    resources: { limits: { memory: Size.gibibytes(1) } },
    tolerations: [{ key: 'dedicated', operator: 'Exists' }],
  },
  proxy: {
    exposure: Exposure.loadBalancer({ annotations: { team: 'teaching' } }),
    tls: Tls.letsEncrypt({ hosts: ['course.example.org'], contactEmail: 'ada@example.org' }),
  },
  spawner: PodSecurity.restricted({
    memory: { limit: Size.gibibytes(2) },
    startTimeout: Duration.minutes(10),
    storage: Storage.static({ pvcName: 'homes', subPath: 'home/{username}' }),
  }),
  culling: { timeout: Duration.minutes(30) },
  imagePuller: { hook: { enabled: false } },
});

app.synth();
