import { App } from 'cdk8s';
import { Allow, Authenticator, Exposure, JupyterHub, SecretValue } from 'cdk8s-jupyterhub';

const app = new App();

new JupyterHub(app, 'jhub', {
  namespace: 'jhub',
  authenticator: Authenticator.gitHub({
    clientId: 'Iv1.0123456789abcdef',
    callbackUrl: 'https://hub.example.org/hub/oauth_callback',
    allow: Allow.organizations('my-org', 'partner-org:notebooks'), // brings the scope read:org, for private memberships
    admins: ['ada'],
  }),
  hub: {
    // The authenticator looks for this variable. The Secret is made beside this program, by hand or by an operator.
    extraEnv: { OAUTH_CLIENT_SECRET: SecretValue.fromSecret('github-oauth', 'client-secret') },
  },
  proxy: {
    exposure: Exposure.ingress({
      host: 'hub.example.org',
      className: 'nginx',
      clusterIssuer: 'letsencrypt', // cert-manager makes the certificate and keeps it in the Secret
      tlsSecret: 'hub-tls',
      annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '64m' },
    }),
  },
  spawner: {
    image: 'quay.io/jupyter/scipy-notebook:2026-01-05',
    memory: { guarantee: '1G', limit: '4G' },
  },
});

app.synth();
