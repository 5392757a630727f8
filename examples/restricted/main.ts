import { App } from 'cdk8s';
import { Allow, Authenticator, JupyterHub, PodSecurity, SecretValue, Tls } from 'cdk8s-jupyterhub';

const app = new App();

// For a namespace with the label `pod-security.kubernetes.io/enforce: restricted`.
new JupyterHub(app, 'jhub', {
  namespace: 'jhub',
  authenticator: Authenticator.genericOAuth({
    clientId: 'jupyterhub',
    callbackUrl: 'https://hub.example.org/hub/oauth_callback',
    authorizeUrl: 'https://id.example.org/realms/staff/protocol/openid-connect/auth',
    tokenUrl: 'https://id.example.org/realms/staff/protocol/openid-connect/token',
    userdataUrl: 'https://id.example.org/realms/staff/protocol/openid-connect/userinfo',
    scope: ['openid', 'profile', 'groups'],
    usernameClaim: 'preferred_username',
    authStateGroupsKey: 'oauth_user.groups',
    allow: Allow.groups('notebooks'),
    adminGroups: ['platform'],
  }),
  hub: {
    extraEnv: { OAUTH_CLIENT_SECRET: SecretValue.fromSecret('oidc-client', 'secret') },
    // Hub and proxy reach the cluster's DNS, each other, the API server and the identity provider; the metadata server is none of these.
    networkPolicy: { egressAllowRules: { cloudMetadataServer: false } },
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  },
  proxy: {
    tls: Tls.secret('hub-tls'),
    chp: {
      networkPolicy: { egressAllowRules: { cloudMetadataServer: false } },
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } },
    },
  },
  spawner: PodSecurity.restricted({
    image: 'quay.io/jupyter/minimal-notebook:2026-01-05',
    cpu: { guarantee: 0.1, limit: 2 },
    memory: { guarantee: '512M', limit: '2G' },
  }),
});

app.synth();
