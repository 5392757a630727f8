import { Database, SecretValue } from '../../../lib';
import { configuration, jupyterhub, written } from '../../support/program';

const server = { host: 'db.example.org', user: 'hub', database: 'jupyterhub' };

test('PostgreSQL: the URL has no password, which the hub reads from its Secret', () => {
  const hub = jupyterhub({ hub: { db: Database.postgres({ ...server, password: SecretValue.literal('s3cret') }) } });
  expect(configuration(hub).JupyterHub.db_url).toBe('postgresql+psycopg2://hub@db.example.org/jupyterhub');
  expect(written(hub, 'Secret', 'hub-literals').data['hub.db.password']).toBe(Buffer.from('s3cret').toString('base64'));
});

test('MySQL: the URL has the password, and is a secret', () => {
  const hub = jupyterhub({
    hub: { db: Database.mysql({ ...server, port: 3307, password: SecretValue.literal('a b') }) },
  });
  expect(configuration(hub).JupyterHub).not.toHaveProperty('db_url');
  const secret = Buffer.from(written(hub, 'Secret', 'hub-literals').data['config.yaml'], 'base64').toString();
  expect(secret).toContain('mysql+pymysql://hub:a%20b@db.example.org:3307/jupyterhub');
});

test('user and database are quoted, and an IPv6 address takes brackets', () => {
  const db = Database.postgres({ host: '::1', port: 5432, user: 'a@b/c', database: "d'e" });
  expect(db.url).toBe('postgresql+psycopg2://a%40b%2Fc@[::1]:5432/d%27e');
});

test('SQLite on a claim, and in memory', () => {
  const claim = written(
    jupyterhub({ hub: { db: Database.sqlite({ storage: '5Gi' }) } }),
    'PersistentVolumeClaim',
    'hub-db-dir',
  );
  expect(claim.spec.resources.requests.storage).toBe('5Gi');
  expect(configuration(jupyterhub({ hub: { db: Database.inMemory() } })).JupyterHub.db_url).toBe('sqlite://');
});

test('any other database by its URL', () => {
  const hub = jupyterhub({ hub: { db: Database.other('cockroachdb://hub@db/x') } });
  expect(configuration(hub).JupyterHub.db_url).toBe('cockroachdb://hub@db/x');
});

test('refuses a reference for the password of MySQL, which its driver cannot follow', () => {
  expect(() => Database.mysql({ ...server, password: SecretValue.fromSecret('s', 'k') })).toThrow(
    'keep the whole URL in the Secret, and give it to Database.other',
  );
});
