import { App } from 'cdk8s';
import {
  Allow,
  Authenticator,
  Exposure,
  JupyterHub,
  JupyterHubProps,
  Profile,
  SecretValue,
  Storage,
  Tls,
} from 'cdk8s-jupyterhub';

declare const app: App;
declare const jupyterhub: JupyterHub;

const namespace = 'jhub';
const allow = Allow.all();
const authenticator = Authenticator.tmp({ allow });

/** A hub with some options. */
const hub = (props: Partial<JupyterHubProps>) => new JupyterHub(app, 'jhub', { namespace, authenticator, ...props });

/**
 * Programs that must not compile, each with the compiler's words beside it. They are not run: `npm run typecheck` fails where one of them
 * compiles, and `npm run test:types` where one fails for another reason.
 */
export const WRONG_PROGRAMS: readonly (() => unknown)[] = [
  // --- who may enter

  // @ts-expect-error Property 'authenticator' is missing
  () => new JupyterHub(app, 'jhub', { namespace }),

  // @ts-expect-error Property 'allow' is missing
  () => Authenticator.gitHub({ clientId: 'Iv1.abc' }),

  // @ts-expect-error Property 'allow' is missing
  () => Authenticator.dummy({ password: SecretValue.fromSecret('hub-password', 'password') }),

  // @ts-expect-error Type 'string' is not assignable to type 'Allow'
  () => Authenticator.gitHub({ allow: 'my-org' }),

  // @ts-expect-error 'allowedOrganizations' does not exist
  () => Authenticator.gitHub({ allow, allowedOrganizations: ['my-org'] }),

  // @ts-expect-error 'clientId' does not exist
  () => Authenticator.tmp({ allow, clientId: 'Iv1.abc' }),

  // @ts-expect-error Argument of type 'string' is not assignable to parameter of type 'number'
  () => Authenticator.gitLab({ allow: Allow.projects('my-group/my-project') }),

  // @ts-expect-error Type 'string' is not assignable to type 'string[]'
  () => Authenticator.lti13({ allow, issuer: 'i', authorizeUrl: 'a', jwksEndpoint: 'j', clientId: 'a-client' }),

  // @ts-expect-error is missing the following properties from type 'Lti13AuthenticatorProps': issuer, authorizeUrl, jwksEndpoint, clientId
  () => Authenticator.lti13({ allow }),

  // @ts-expect-error Property 'consumers' is missing
  () => Authenticator.lti11({ allow }),

  // @ts-expect-error Property 'serverAddress' is missing
  () => Authenticator.ldap({ allow }),

  // @ts-expect-error Property 'secretKey' is missing
  () => Authenticator.hmac({ allow }),

  // @ts-expect-error is missing the following properties from type 'GenericOAuthProps': authorizeUrl, tokenUrl
  () => Authenticator.genericOAuth({ allow }),

  // @ts-expect-error 'adminGroups' does not exist in type 'GitHubAuthenticatorProps'
  () => Authenticator.gitHub({ allow, adminGroups: ['staff'] }),

  // @ts-expect-error 'authStateGroupsKey' does not exist in type 'GoogleAuthenticatorProps'
  () => Authenticator.google({ allow, authStateGroupsKey: 'google_user.groups' }),

  // @ts-expect-error Type 'string' is not assignable to type 'Authenticator'
  () => hub({ authenticator: 'github' }),

  // @ts-expect-error Constructor of class 'Allow' is private
  () => new Allow([]),

  // --- secrets

  // @ts-expect-error Type 'string' is not assignable to type 'SecretValue'
  () => Authenticator.gitHub({ allow, clientSecret: 'in the open' }),

  // @ts-expect-error Type 'string' is not assignable to type 'SecretValue'
  () => hub({ hub: { cookieSecret: '0123' } }),

  // @ts-expect-error Expected 2 arguments, but got 1
  () => SecretValue.fromSecret('github-oauth'),

  // @ts-expect-error Constructor of class 'SecretValue' is private
  () => new SecretValue('x'),

  // --- the hub and the proxy

  // @ts-expect-error Property 'namespace' is missing
  () => new JupyterHub(app, 'jhub', { authenticator }),

  // @ts-expect-error 'concurrentSpawnLimits' does not exist
  () => hub({ hub: { concurrentSpawnLimits: 20 } }),

  // @ts-expect-error Type 'string' is not assignable to type 'number'
  () => hub({ hub: { activeServerLimit: '100' } }),

  // @ts-expect-error Type '"postgress"' is not assignable to type 'DatabaseType | undefined'
  () => hub({ hub: { db: { type: 'postgress' } } }),

  // @ts-expect-error Type 'number' is not assignable to type 'Duration'
  () => hub({ culling: { timeout: 3600 } }),

  // @ts-expect-error Type '"LoadBalancers"' is not assignable to type 'ServiceType | undefined'
  () => hub({ proxy: { exposure: { service: { type: 'LoadBalancers' } } } }),

  // @ts-expect-error 'operater' does not exist in type 'Toleration'
  () => hub({ hub: { tolerations: [{ key: 'dedicated', operater: 'Exists' }] } }),

  // @ts-expect-error Type 'string' is not assignable to type 'VolumeMount[]'
  () => hub({ hub: { extraVolumeMounts: '/data' } }),

  // @ts-expect-error Property 'mountPath' is missing
  () => hub({ hub: { extraVolumeMounts: [{ name: 'data' }] } }),

  // @ts-expect-error 'singleuser' does not exist
  () => hub({ singleuser: { image: 'i:1' } }),

  // @ts-expect-error Property 'mountPath' is missing
  () => hub({ hub: { extraFiles: { logo: { binaryData: 'aGk=' } } } }),

  // @ts-expect-error Property 'host' is missing
  () => Exposure.ingress({ tlsSecret: 'hub-tls' }),

  // @ts-expect-error Property 'name' is missing
  () => Exposure.gateway({ host: 'hub.example.org' }),

  // @ts-expect-error Property 'hosts' is missing
  () => Tls.letsEncrypt({ contactEmail: 'ada@example.org' }),

  // @ts-expect-error Property 'contactEmail' is missing
  () => Tls.letsEncrypt({ hosts: ['hub.example.org'] }),

  // @ts-expect-error Argument of type 'string' is not assignable to parameter of type 'SecretValue'
  () => Tls.given('-----BEGIN PRIVATE KEY-----', '-----BEGIN CERTIFICATE-----'),

  // @ts-expect-error Property 'scopes' is missing
  () => jupyterhub.hub.addRole('reader', { users: ['ada'] }),

  // @ts-expect-error Type 'string' is not assignable to type 'string[]'
  () => jupyterhub.hub.addService('reporting', { scopes: 'read:users' }),

  // @ts-expect-error Cannot assign to 'deployment' because it is a read-only property
  () => (jupyterhub.hub.deployment = jupyterhub.proxy.deployment),

  // --- the users' servers

  // @ts-expect-error 'max' does not exist
  () => hub({ spawner: { memory: { max: '4G' } } }),

  // @ts-expect-error Type 'true' is not assignable to type 'string | number | Size | undefined'
  () => hub({ spawner: { memory: { limit: true } } }),

  // @ts-expect-error Type 'string' is not assignable to type 'number | Cpu | undefined'
  () => hub({ spawner: { cpu: { limit: '500m' } } }),

  // @ts-expect-error Type 'string' is not assignable to type 'Duration'
  () => hub({ spawner: { startTimeout: '5m' } }),

  // @ts-expect-error has no properties in common
  () => hub({ spawner: { memory: '4G' } }),

  // @ts-expect-error Type 'string' is not assignable to type 'Profile'
  () => hub({ spawner: { profiles: ['Large'] } }),

  // @ts-expect-error is missing in type '{ displayName: string; }' but required in type 'Profile'
  () => hub({ spawner: { profiles: [{ displayName: 'Large' }] } }),

  // @ts-expect-error Property 'pvcName' is missing
  () => Storage.static({ subPath: 'homes/{username}' }),

  // @ts-expect-error 'pvcName' does not exist
  () => Storage.dynamic({ pvcName: 'homes' }),

  // @ts-expect-error Expected 2 arguments, but got 1
  () => jupyterhub.spawner.addVolume({ name: 'shared', emptyDir: {} }),

  // @ts-expect-error Property 'mountPath' is missing
  () => jupyterhub.spawner.addVolume({ name: 'shared', emptyDir: {} }, { readOnly: true }),

  // @ts-expect-error Property 'name' is missing
  () => jupyterhub.spawner.addVolume({ emptyDir: {} }, { mountPath: '/shared' }),

  // --- profiles

  // @ts-expect-error 'memLimit' does not exist
  () => Profile.of('Large', { memLimit: '32G' }),

  // @ts-expect-error 'kubespawnerOverride' does not exist
  () => Profile.of('Large', { kubespawnerOverride: { mem_limit: '32G' } }),

  // @ts-expect-error Type 'string' is not assignable to type 'boolean | undefined'
  () => Profile.of('Large', { default: 'yes' }),

  // @ts-expect-error Type 'number' is not assignable to type 'Duration'
  () => Profile.of('Large', { startTimeout: 600 }),

  // @ts-expect-error Type 'string' is not assignable to type 'string[]'
  () => Profile.of('Large', { args: '--debug' }),

  // @ts-expect-error 'choice' does not exist
  () => Profile.of('Large', { options: { size: { choice: { big: {} } } } }),

  // @ts-expect-error 'mem_limit' does not exist
  () => Profile.of('Large', { options: { size: { choices: { big: { mem_limit: '8G' } } } } }),

  // --- values

  // @ts-expect-error Property 'namespace' is missing
  () => JupyterHub.fromHelmValues(app, 'jhub', { files: ['config.yaml'] }),

  // @ts-expect-error Type 'string' is not assignable to type 'string[]'
  () => JupyterHub.fromHelmValues(app, 'jhub', { namespace, files: 'config.yaml' }),
];
