// Serves test_services.py: prints what the services of a hub are told, by name, as JSON.
import { Testing } from 'cdk8s';
import { Allow, Authenticator, JupyterHub, SecretValue } from '../../../../lib';

const authenticator = Authenticator.dummy({ insecure: true, allow: Allow.all() });
const jupyterhub = new JupyterHub(Testing.app(), 'jhub', { namespace: 'jhub', authenticator, hub: { baseUrl: '/b/' } });
const services = {
  plain: jupyterhub.hub.addService('pages', { url: 'http://pages:8080' }),
  named: jupyterhub.hub.addService('key', {
    name: 'other',
    url: 'http://other:8080',
    apiToken: SecretValue.fromSecret('tokens', 'other'),
    oauthClientId: 'service-client',
    oauthRedirectUri: '/b/services/other/back',
  }),
};
const env = Object.values(services).map(({ name, env: own }) => [
  name,
  Object.fromEntries(Object.entries(own).map(([variable, { value, valueFrom }]) => [variable, value ?? valueFrom])),
]);
process.stdout.write(JSON.stringify(Object.fromEntries(env)));
