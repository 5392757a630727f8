import { classReferredTo, renamedTraits, sectionsOf, traitClasses, traitsOf } from '../../lib/jupyterhub/classes';
import { CUSTOM_SCOPE, DEFAULT_ROLES, ROLE_NAME, SCOPES } from '../../lib/jupyterhub/tables/scopes';

describe('the tables of traits', () => {
  it('hold the classes of every package of the hub image', () => {
    const packages = new Set([...traitClasses().values()].map(({ importable }) => importable[0].split('.')[0]));
    expect([...packages].sort()).toEqual([
      'firstuseauthenticator',
      'hmacauthenticator',
      'jupyter_events',
      'jupyterhub',
      'kubespawner',
      'ldapauthenticator',
      'ltiauthenticator',
      'nativeauthenticator',
      'oauthenticator',
      'tmpauthenticator',
    ]);
  });

  it('tell kind, default and what None means of a trait', () => {
    expect(traitsOf('KubeSpawner').get('mem_limit')).toEqual({
      kind: { is: 'byte specification' },
      allowNone: true,
      default: null,
    });
    expect(traitsOf('GitHubOAuthenticator').get('admin_users')).toEqual({ kind: { is: 'set' }, default: [] });
    expect(traitsOf('KubeSpawner').get('slug_scheme')).toEqual({
      kind: { is: 'enum', values: ['safe', 'escape'] },
      default: 'safe',
    });
  });

  it('give a class what its bases have, and its own defaults', () => {
    expect(sectionsOf('KubeSpawner')).toEqual(['KubeSpawner', 'Spawner']);
    expect(sectionsOf('LocalGitHubOAuthenticator')).toContain('LocalAuthenticator');
    expect(traitsOf('Spawner').get('ip')?.default).toBe('127.0.0.1');
    expect(traitsOf('KubeSpawner').get('ip')?.default).toBe('0.0.0.0');
    expect(traitsOf('JupyterHub').get('log_level')?.kind.is).toBe('enum');
  });

  it('leave out what a class has fixed', () => {
    expect(traitsOf('Authenticator').has('auto_login')).toBe(true);
    expect(traitsOf('NullAuthenticator').has('auto_login')).toBe(false);
  });

  it('know where fields are filled in, and what a profile comes too late for', () => {
    const traits = traitsOf('KubeSpawner');
    const names = (filter: (name: string) => boolean) => [...traits.keys()].filter(filter).sort();
    expect(names((name) => traits.get(name)?.template === 'construction')).toEqual([
      'dns_name_template',
      'pod_name_template',
      'pvc_name_template',
      'secret_name_template',
      'user_namespace_template',
      'working_dir',
    ]);
    expect(names((name) => traits.get(name)?.template === 'always')).toEqual([
      'default_url',
      'environment',
      'extra_annotations',
      'extra_containers',
      'extra_labels',
      'extra_pod_config',
      'init_containers',
      'notebook_dir',
      'pod_connect_ip',
      'service_account',
      'storage_extra_annotations',
      'storage_extra_labels',
      'storage_selector',
      'user_namespace_annotations',
      'user_namespace_labels',
      'volume_mounts',
      'volumes',
    ]);
    expect(traits.get('pvc_name_template')?.early).toBe(true);
    expect(traits.get('working_dir')?.early).toBeUndefined();
  });

  it('know the names of before', () => {
    expect(renamedTraits('GitHubOAuthenticator').get('whitelist')).toEqual({ to: 'allowed_users' });
    expect(renamedTraits('KubeSpawner').get('singleuser_uid')).toEqual({ to: 'uid' });
    expect(renamedTraits('CILogonOAuthenticator').get('idp')).toEqual({ to: 'shown_idps', refused: true });
  });

  it('find a class by what a trait refers to it by', () => {
    expect(classReferredTo('GitHub', 'authenticators')).toBe('GitHubOAuthenticator');
    expect(classReferredTo('oauthenticator.github.GitHubOAuthenticator', 'authenticators')).toBe(
      'GitHubOAuthenticator',
    );
    expect(classReferredTo('oauthenticator.GitHubOAuthenticator', 'authenticators')).toBe('GitHubOAuthenticator');
    expect(classReferredTo('oauthenticator.git.GitHubOAuthenticator', 'authenticators')).toBeUndefined();
    expect(classReferredTo('constructor', 'authenticators')).toBeUndefined();
    expect(classReferredTo('kubespawner.KubeSpawner', 'spawners')).toBe('KubeSpawner');
  });

  it('hold scopes and what roles may be called', () => {
    expect(SCOPES['list:users']).toEqual(['read:users:name']);
    expect(CUSTOM_SCOPE.test('custom:files:read')).toBe(true);
    expect(ROLE_NAME.test('Instructors')).toBe(false);
    expect(DEFAULT_ROLES).toContain('server');
  });
});
