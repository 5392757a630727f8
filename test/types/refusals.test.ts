import { Testing } from 'cdk8s';
import {
  Allow,
  Authenticator,
  CiLogonUsernameAction,
  Database,
  Exposure,
  JupyterHub,
  JupyterHubProps,
  PodSecurity,
  Profile,
  SecretValue,
  Storage,
  Tls,
} from '../../lib';
import { problemsOf } from '../support/findings';

const allow = Allow.all();
const authenticator = Authenticator.tmp({ allow });

/** A hub with some options, in an app of its own. */
const hub = (props: Partial<JupyterHubProps>) =>
  new JupyterHub(Testing.app(), 'jhub', { namespace: 'jhub', authenticator, ...props });

const ingress = { exposure: Exposure.ingress({ host: 'hub.example.org' }) };
const volume = { name: 'shared', emptyDir: {} };
const VOLUMES = 'configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret';
const mountedAt = (mountPath: string) => ({
  extraVolumes: [volume],
  extraVolumeMounts: [{ name: 'shared', mountPath }],
});

/** What compiles, and is refused at once: what it is, the program, and its error. */
const REFUSED: readonly (readonly [string, () => unknown, string])[] = [
  [
    'a dummy authenticator without a password',
    () => Authenticator.dummy({ allow }),
    'Authenticator.dummy: password is missing; insecure: true lets everybody in with any password',
  ],
  [
    'a dummy authenticator with a password that is insecure as well',
    () => Authenticator.dummy({ allow, insecure: true, password: SecretValue.literal('x') }),
    'Authenticator.dummy: give a password or insecure, not both',
  ],
  [
    'a rule that the authenticator does not know',
    () => Authenticator.google({ allow: Allow.organizations('my-org') }),
    'Authenticator.google knows no Allow.organizations; it knows Allow.all, Allow.users, Allow.existingUsers, Allow.groups, Allow.domains, Allow.nobody',
  ],
  [
    "Let's Encrypt without a host",
    () => Tls.letsEncrypt({ hosts: [], contactEmail: 'ada@example.org' }),
    "Let's Encrypt needs a host name to make a certificate for: hosts is empty",
  ],
  [
    'an option of a profile with nothing to choose from',
    () => Profile.of('Large', { options: { size: { choices: {} } } }),
    'Large: option size has nothing to choose from: give it choices, or an unlistedChoice that is enabled',
  ],
  [
    'an option of a profile with two defaults',
    () => Profile.of('Large', { options: { size: { choices: { a: { default: true }, b: { default: true } } } } }),
    'Large: option size has two default choices; one at most can be the default',
  ],
  [
    'a name of claims that would have no effect',
    () => Profile.of('Large', { storage: Storage.dynamic({ pvcNameTemplate: 'large-{username}' }) }),
    'Large: storage.dynamic.pvcNameTemplate has no effect, as KubeSpawner names the claim before it knows the profile; set it for all servers',
  ],
  [
    'required nodes of two options',
    () => {
      const choices = { a: { extraNodeAffinity: { required: [{}] } } };
      return Profile.of('Large', { options: { size: { choices }, zone: { choices } } });
    },
    'Large: options size and zone: KubeSpawner takes extraNodeAffinity.required of one option only; use nodeSelector, which it adds up',
  ],
  [
    'users that are privileged under Pod Security restricted',
    () => PodSecurity.restricted({ allowPrivilegeEscalation: true, uid: 0 }),
    'Pod Security restricted does not go with allowPrivilegeEscalation: true; uid: 0',
  ],
  [
    'a second volume of a name',
    () => {
      const { spawner } = hub({});
      spawner.addVolume(volume, { mountPath: '/a' });
      spawner.addVolume(volume, { mountPath: '/b' });
    },
    'spawner.storage.extraVolumes: there is a volume shared already',
  ],
  [
    'a second service of a name',
    () => {
      const jupyterhub = hub({});
      jupyterhub.hub.addService('reporting');
      jupyterhub.hub.addService('reporting');
    },
    'hub.services.reporting: there is a service of this name already',
  ],
  [
    'a second role of a name',
    () => {
      const jupyterhub = hub({});
      jupyterhub.hub.addRole('reader', { scopes: ['read:users'] });
      jupyterhub.hub.addRole('reader', { scopes: ['list:users'] });
    },
    'hub.loadRoles.reader: there is a role of this name already',
  ],
  [
    'a MySQL password that stays in a Secret',
    () =>
      Database.mysql({
        host: 'db',
        user: 'hub',
        database: 'hub',
        password: SecretValue.fromSecret('hub-mysql', 'password'),
      }),
    'Database.mysql: the password can be no reference to a Secret, as the driver takes it in the URL only; ' +
      'keep the whole URL in the Secret, and give it to Database.other',
  ],
  [
    'an identity provider whose users should get a prefix, without one',
    () =>
      Allow.identityProviders({
        'https://idp.example.org': { usernameClaim: 'email', action: CiLogonUsernameAction.PREFIX },
      }),
    'Allow.identityProviders: https://idp.example.org: PREFIX needs a prefix',
  ],
  [
    'an automatic login where there is none',
    () => Authenticator.lti11({ allow, consumers: { key: SecretValue.literal('s3cret') }, autoLogin: true }),
    'Authenticator.lti11: autoLogin: leave it out, users are always sent on at once',
  ],
  [
    'CILogon without identity providers',
    () => Authenticator.ciLogon({ allow }),
    'Authenticator.ciLogon: allow needs Allow.identityProviders, with what is allowed of each provider',
  ],
  [
    'a file of secrets that is not there',
    () => SecretValue.fromFile('no-such-file.yaml', 'password'),
    'no-such-file.yaml: cannot be read for the secret password (ENOENT)',
  ],
  [
    'a secret where everybody could read it',
    () => hub({ hub: { baseUrl: '/b/', annotations: { token: SecretValue.literal('x') as never } } }),
    '[jhub] hub.annotations.token: must be a string, but is a SecretValue; a secret would be readable here',
  ],
];

test.each(REFUSED)('refuses %s', (_, program, message) => {
  expect(program).toThrow(new Error(message));
});

/** What compiles, and is refused at synth: what it is, the options, and the line that tells it. */
const REFUSED_AT_SYNTH: readonly (readonly [string, Partial<JupyterHubProps>, string])[] = [
  [
    'a callback URL to another host',
    {
      authenticator: Authenticator.gitHub({ allow, callbackUrl: 'https://other.example.org/hub/oauth_callback' }),
      proxy: ingress,
    },
    "authenticator.callbackUrl: https://other.example.org/hub/oauth_callback leads to another host than the proxy's, hub.example.org: " +
      'users do not come back after they have logged in [hosts/callback-url]',
  ],
  [
    'two default profiles',
    { spawner: { profiles: [Profile.of('A', { default: true }), Profile.of('B', { default: true })] } },
    'spawner.profiles[1] (B).default: spawner.profiles[0] (A) is the default already: the first one counts; ' +
      'leave default: true at one of them [profiles/two-defaults]',
  ],
  [
    'a profile whose mounts replace the home',
    { spawner: { profiles: [Profile.of('A', { traits: { volume_mounts: [] } })] } },
    'spawner.profiles[0] (A).storage.extraVolumeMounts: replaces all other mounts, and none of it is at "/home/jovyan": ' +
      'what users write in their home is lost when the server stops; mount the home there too [profiles/home-not-mounted]',
  ],
  [
    'a volume of a choice in the place of the home',
    {
      spawner: {
        storage: Storage.static({ pvcName: 'homes' }),
        profiles: [
          Profile.of('A', {
            options: {
              o: { choices: { c: { displayName: 'C', storage: { extraVolumes: [{ name: 'home', emptyDir: {} }] } } } },
            },
          }),
        ],
      },
    },
    'spawner.profiles[0] (A).options.o.choices.c.storage.extraVolumes: "home" is the volume of the home: ' +
      'users lose their home; give it another name [user-pod/home-replaced]',
  ],
  [
    'a profile that mounts where the home is',
    { spawner: { profiles: [Profile.of('A', { storage: mountedAt('/home/jovyan') })] } },
    'spawner.profiles[0] (A).storage.extraVolumeMounts: "shared" would be mounted at "/home/jovyan", where "volume-{user_server}" is: ' +
      'Kubernetes refuses the pod; give each a path of its own [user-pod/two-mounts-at-one-path]',
  ],
  [
    'a choice that mounts where its profile does',
    {
      spawner: {
        profiles: [
          Profile.of('A', {
            storage: mountedAt('/data'),
            options: {
              size: {
                choices: {
                  big: { displayName: 'Big', storage: { extraVolumeMounts: [{ name: 'shared', mountPath: '/data' }] } },
                },
              },
            },
          }),
        ],
      },
    },
    'spawner.profiles[0] (A).options.size.choices.big.storage.extraVolumeMounts: "shared" would be mounted at "/data", where "shared" is: ' +
      'Kubernetes refuses the pod; give each a path of its own [user-pod/two-mounts-at-one-path]',
  ],
  [
    'a mount of a profile without its volume',
    { spawner: { profiles: [Profile.of('A', { storage: { extraVolumeMounts: [{ name: 'v', mountPath: '/v' }] } })] } },
    'spawner.profiles[0] (A).storage.extraVolumeMounts: there is no volume "v" to mount: Kubernetes refuses the pod; ' +
      'add the volume to spawner.storage.extraVolumes [user-pod/mount-without-volume]',
  ],
  [
    'a profile that replaces the block of the metadata server',
    { spawner: { profiles: [Profile.of('A', { traits: { init_containers: [] } })] } },
    "spawner.profiles[0] (A).initContainers: replaces the init container block-cloud-metadata: users can read the node's credentials; " +
      'add it to the list [user-pod/metadata-block-lost]',
  ],
  [
    'containers and volumes of all servers that do not pass Pod Security restricted',
    {
      spawner: PodSecurity.restricted({
        initContainers: [{ name: 'chown', image: 'busybox:1', securityContext: { runAsUser: 0 } }],
        storage: { extraVolumes: [{ name: 'nfs', nfs: { server: 's', path: '/' } }] },
      }),
    },
    `spawner: does not pass Pod Security restricted: volume nfs: must be one of ${VOLUMES}; ` +
      'container chown: securityContext.runAsUser must not be 0; ' +
      'container chown: securityContext.allowPrivilegeEscalation must be false; ' +
      'container chown: securityContext.capabilities.drop must hold ALL; ' +
      'container chown: securityContext.runAsNonRoot must be true; ' +
      'container chown: securityContext.seccompProfile.type must be RuntimeDefault or Localhost [user-pod/pod-security]',
  ],
  [
    'a choice that does not pass Pod Security restricted, where all others do',
    {
      spawner: PodSecurity.restricted({
        profiles: [
          Profile.of('A', {
            options: { root: { choices: { no: { displayName: 'No' }, yes: { displayName: 'Yes', uid: 0 } } } },
          }),
        ],
      }),
    },
    'spawner.profiles[0] (A).options.root.choices.yes: does not pass Pod Security restricted: ' +
      'container notebook: securityContext.runAsUser must not be 0 [user-pod/pod-security]',
  ],
  [
    'a metadata server that is blocked and open',
    { spawner: { networkPolicy: { egressAllowRules: { cloudMetadataServer: true } } } },
    'spawner.networkPolicy.egressAllowRules.cloudMetadataServer: opens what spawner.cloudMetadata.blockWithIptables blocks; ' +
      'set one of them to false [network/metadata-server-open-and-blocked]',
  ],
  [
    'a file with two contents',
    { hub: { extraFiles: { f: { mountPath: '/f', stringData: 'x', binaryData: 'eA==' } } } },
    'hub.extraFiles.f: must have one of data, stringData and binaryData, but has stringData and binaryData [files/content]',
  ],
];

test.each(REFUSED_AT_SYNTH)('refuses at synth %s', (_, props, message) => {
  expect(problemsOf(() => hub(props))).toEqual([message]);
});

test('refuses two releases that would overwrite each other', () => {
  const app = Testing.app();
  new JupyterHub(app, 'one', { namespace: 'jhub', authenticator });
  new JupyterHub(app, 'two', { namespace: 'jhub', authenticator });
  expect(() => app.synth()).toThrow(
    /one and two both have ConfigMap hub, .* in namespace jhub: .*; give one of them another namespace or fullnameOverride \[app\/same-names\]/,
  );
});
