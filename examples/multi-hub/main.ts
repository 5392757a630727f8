import { App } from 'cdk8s';
import { Allow, Authenticator, Exposure, JupyterHub, SecretValue, SpawnerProps } from 'cdk8s-jupyterhub';

const app = new App();

/** A hub of the university: what all of them share, and what makes the difference. */
function hub(name: string, groups: string[], spawner: SpawnerProps): JupyterHub {
  const host = `${name}.hub.example.org`;
  return new JupyterHub(app, name, {
    namespace: name,
    authenticator: Authenticator.genericOAuth({
      clientId: name,
      callbackUrl: `https://${host}/hub/oauth_callback`,
      authorizeUrl: 'https://id.example.org/authorize',
      tokenUrl: 'https://id.example.org/token',
      userdataUrl: 'https://id.example.org/userinfo',
      usernameClaim: 'preferred_username',
      authStateGroupsKey: 'oauth_user.groups',
      allow: Allow.groups(...groups),
    }),
    hub: { extraEnv: { OAUTH_CLIENT_SECRET: SecretValue.fromSecret('oidc-client', 'secret') } },
    proxy: { exposure: Exposure.ingress({ host, tlsSecret: 'hub-tls', clusterIssuer: 'letsencrypt' }) },
    spawner: { image: 'quay.io/jupyter/scipy-notebook:2026-01-05', ...spawner },
  });
}

// Each hub gets files and a namespace of its own. What belongs to the whole cluster carries the release's name, so they do not meet.
hub('teaching', ['students', 'staff'], { memory: { guarantee: '512M', limit: '2G' } });
hub('research', ['staff'], { memory: { guarantee: '4G', limit: '64G' }, cpu: { guarantee: 1, limit: 16 } });

app.synth();
