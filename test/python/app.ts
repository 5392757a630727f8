import { App } from 'cdk8s';
import { Allow, Authenticator, Exposure, JupyterHub, Profile, SecretValue, Storage } from '../../lib';

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
    profiles: [Profile.of('Large', { cpu: { limit: 8 }, memory: { limit: '32G' } })],
  },
});
jupyterhub.hub.addService('reporting', { scopes: ['read:users'] });
jupyterhub.spawner.addVolume(
  { name: 'shared', persistentVolumeClaim: { claimName: 'shared' } },
  { mountPath: '/shared' },
);

app.synth();
