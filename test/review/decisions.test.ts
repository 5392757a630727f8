import { Tree } from '../../lib/data/maps';
import { decisionsOf } from '../../lib/review/decisions';
import { decisions, hub, reviewOf } from './objects';

const google = (traits: Tree) => ({
  hub: {
    config: { JupyterHub: { authenticator_class: 'google' }, GoogleOAuthenticator: { client_id: 'x', ...traits } },
  },
});

test('more memory for users needs none', () => {
  expect(decisions({}, { singleuser: { memory: { limit: '4G' } } })).toEqual([]);
});

test('who gets in, where everybody does', () => {
  const domain = { allow_all: true, admin_users: ['ada'] };
  expect(decisions(google({ ...domain, hosted_domain: ['example.org'] }), google(domain))).toEqual([
    'access: **Everybody with an account gets in**: [everybody with a Google account (only Google accounts of example.org); admins: ada] → [everybody with a Google account; admins: ada]',
  ]);
});

test('who gets in, where nobody does', () => {
  expect(decisions(google({ allow_all: true }), google({}))).toEqual([
    'access: **Nobody gets in**: [everybody with a Google account] → [nobody]',
    expect.stringMatching(/^warning: .*\[access\/nobody\]\]$/),
  ]);
});

test('servers that do not start', () => {
  expect(decisions({}, { singleuser: { extraEnv: { A: '{x}' } } })).toEqual([
    expect.stringMatching(/^servers: \*\*No server starts\*\* \(\[alice\]\): \[environment\.A: /),
    expect.stringMatching(/^warning: .*environment\.A\]: .*\[user-pod\/braces\]\]$/),
  ]);
});

test('homes that users do not find', () => {
  const storage = (pvcNameTemplate: string) => ({ singleuser: { storage: { dynamic: { pvcNameTemplate } } } });
  expect(decisions(storage('claim-{username}'), storage('home-{username}'))).toEqual([
    'homes: users do not find their files: of [alice] they are on [claim-alice at /home/jovyan], the new server has [home-alice at /home/jovyan]',
  ]);
  expect(decisions({}, { singleuser: { storage: { type: 'none' } } })).toEqual([
    'homes: users do not find their files: of [alice] they are on [claim-alice at /home/jovyan]; the new server has none of it',
  ]);
});

test('a volume more beside the home needs none', () => {
  const more = {
    singleuser: {
      storage: {
        extraVolumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'd' } }],
        extraVolumeMounts: [{ name: 'd', mountPath: '/d' }],
      },
    },
  };
  expect(decisions({}, more)).toEqual([]);
});

test('another database', () => {
  const db = (url: string) => ({ hub: { db: { type: 'postgres', url, password: 'marker-1' } } });
  const [claim, database] = decisions({}, db('postgresql://hub@db/hub')).reverse();
  expect(database).toBe(
    'data: [PersistentVolumeClaim/hub-db-dir] is no longer there: whoever prunes it loses its data',
  );
  expect(claim).toMatch(
    /^database: the hub starts with another database: \[sqlite:.* on the claim hub-db-dir\] → \[postgresql:.*db\/hub\]; users,/,
  );
});

test('names of users', () => {
  expect(decisions(google({ allow_all: true }), google({ allow_all: true, username_claim: 'sub' }))).toEqual([
    'user-names: [GoogleOAuthenticator.username_claim]: users may get other names, and with them other accounts, homes and servers',
  ]);
});

test('what logins rest on', () => {
  const cookie = (secret: string) => ({ hub: { config: { JupyterHub: { cookie_secret: secret.repeat(64) } } } });
  const [login, ...others] = decisions(cookie('a'), cookie('b'));
  expect(login).toMatch(
    /^logins: \[Secret\/hub-literals .*JupyterHub.cookie_secret\] changes: everybody has to log in again$/,
  );
  expect(others).toEqual([]);
});

test('pods that may do more', () => {
  const root = { hub: { containerSecurityContext: { privileged: true, allowPrivilegeEscalation: true } } };
  expect(decisions({}, root)).toContainEqual(
    'pod-security: pods of [Deployment/hub] pass Pod Security privileged only, no longer restricted: [container hub: securityContext.privileged must not be true]',
  );
});

test('a hub that is new needs none, but who gets in where that is everybody', () => {
  const [review] = reviewOf([], hub({})).changed;
  expect(decisionsOf(review).map(({ id }) => id)).toEqual(['access']);
  const [users] = reviewOf([], hub({ hub: { config: { Authenticator: { allowed_users: ['ada'] } } } })).changed;
  expect(decisionsOf(users)).toEqual([]);
});

test('a hub that is no longer there', () => {
  const [review] = reviewOf(hub({}), []).changed;
  expect(decisionsOf(review).map(({ id }) => id)).toEqual(['removed', 'data']);
});
