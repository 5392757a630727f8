import { Testing } from 'cdk8s';
import { Allow, Authenticator, Hub, JupyterHub, PodSecurity, Profile, Release, SecretValue, Tls } from '../../lib';
import { hub, spawner, authenticator, Mistake } from './mistake';

export const JAVASCRIPT: readonly Mistake[] = [
  ['JS authenticator obj', () => hub({ authenticator: {} as never })],
  ['JS no auth', () => hub({ authenticator: undefined as never })],
  ['JS allow', () => Authenticator.tmp({ allow: {} as never })],
  ['JS allow str', () => Authenticator.tmp({ allow: 'all' as never })],
  [
    'JS secret',
    () =>
      Authenticator.gitHub({
        clientId: 'a',
        clientSecret: 'x' as never,
        callbackUrl: 'https://a/hub/oauth_callback',
        allow: Allow.users('a'),
      }),
  ],
  [
    'JS secret {}',
    () =>
      Authenticator.gitHub({
        clientId: 'a',
        clientSecret: {} as never,
        callbackUrl: 'https://a/hub/oauth_callback',
        allow: Allow.users('a'),
      }),
  ],
  ['JS fromSecret', () => SecretValue.fromSecret(undefined as never, 'k')],
  ['JS fromSecret n', () => SecretValue.fromSecret({} as never, 'k')],
  ['JS fromSecret k', () => SecretValue.fromSecret('a', undefined as never)],
  ['JS anyOf', () => Allow.anyOf('x' as never)],
  ['JS users arr', () => Allow.users(['a'] as never)],
  ['JS props undef', () => new JupyterHub(Testing.app(), 'j', undefined as never)],
  ['JS scope', () => new JupyterHub(undefined as never, 'j', { namespace: 'j', authenticator })],
  ['JS id', () => new JupyterHub(Testing.app(), undefined as never, { namespace: 'j', authenticator })],
  ['JS profile obj', () => spawner({ profiles: [{ displayName: 'x' } as never] })],
  ['JS profile str', () => spawner({ profiles: ['x' as never] })],
  ['JS profiles map', () => spawner({ profiles: {} as never })],
  ['JS Profile.of', () => Profile.of(undefined as never)],
  ['JS Profile.of arr', () => Profile.of('x', [] as never)],
  ['JS hub str', () => hub({ hub: 'x' as never })],
  ['JS addService', () => hub({}).hub.addService(undefined as never)],
  ['JS addRole', () => hub({}).hub.addRole('abc', undefined as never)],
  ['JS addVolume', () => hub({}).spawner.addVolume(undefined as never, undefined as never)],
  ['JS allowTo', () => hub({}).hub.allowTo('x' as never)],
  ['JS Release', () => new Release('x', {} as never)],
  ['JS Release2', () => new Release(undefined as never, { namespace: 'j', authenticator })],
  ['JS Hub', () => new Hub(Testing.chart(), 'hub', undefined as never)],
  ['JS Hub2', () => new Hub(Testing.chart(), 'hub', {} as never)],
  ['JS fromHelm', () => JupyterHub.fromHelmValues(Testing.app(), 'j', undefined as never)],
  ['JS fromHelm files', () => JupyterHub.fromHelmValues(Testing.app(), 'j', { namespace: 'j', files: 'a' as never })],
  ['JS custom', () => Authenticator.custom(undefined as never, { allow: Allow.all() })],
  ['JS fromFile', () => SecretValue.fromFile(undefined as never, 'k')],
  ['JS tls', () => Tls.given('x' as never, 'y')],
  ['JS restricted', () => PodSecurity.restricted('x' as never)],
  ['JS suppr', () => hub({ suppressions: [{ id: 'x' } as never] })],
  ['JS config', () => hub({ hub: { config: [] as never } })],
];
