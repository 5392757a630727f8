import { containerEnv, envSecrets } from '../../lib/kubernetes/env';
import { SecretValue } from '../../lib/secrets/secret-value';

test('a map is written in the order of its names, whatever order it was given in', () => {
  expect(containerEnv('hub', { B: '2', A: '1' }, 'hub')).toEqual([
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
  ]);
});

test('a list stays as it is, as later variables may refer to earlier ones', () => {
  const list = [
    { name: 'B', value: '2' },
    { name: 'A', value: '$(B)' },
  ];
  expect(containerEnv('hub', list, 'hub')).toEqual(list);
});

test('a literal secret becomes a reference to the Secret of the release, which holds it', () => {
  const extraEnv = { TOKEN: SecretValue.literal('s3cret') };
  expect(containerEnv('proxy.chp', extraEnv, 'hub')).toEqual([
    { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'hub', key: 'proxy.chp.extraEnv.TOKEN' } } },
  ]);
  expect(envSecrets('proxy.chp', extraEnv)).toEqual({ 'proxy.chp.extraEnv.TOKEN': 's3cret' });
});

test('a secret of an existing Secret stays there', () => {
  const extraEnv = { TOKEN: SecretValue.fromSecret('mine', 'token') };
  expect(containerEnv('hub', extraEnv, 'hub')).toEqual([
    { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'mine', key: 'token' } } },
  ]);
  expect(envSecrets('hub', extraEnv)).toEqual({});
});

test('what the kubelet puts together of other variables stays in the pod, though its name is that of a credential', () => {
  const extraEnv = {
    A_PASSWORD: SecretValue.fromSecret('s', 'k'),
    OAUTH_SECRET: '$(A_PASSWORD)',
    TOKEN: 'v1 $(A_PASSWORD)',
  };
  expect(containerEnv('hub', extraEnv, 'hub').slice(1)).toEqual([
    { name: 'OAUTH_SECRET', value: '$(A_PASSWORD)' },
    { name: 'TOKEN', value: 'v1 $(A_PASSWORD)' },
  ]);
  expect(envSecrets('hub', extraEnv)).toEqual({});
});

test('a credential beside a variable, and the text of one, go to the Secret', () => {
  const extraEnv = { URL: 'postgresql://u:s3cret@$(HOST)/d', PASSWORD: '$$(HOST)' };
  expect(envSecrets('hub', extraEnv)).toEqual({
    'hub.extraEnv.URL': 'postgresql://u:s3cret@$(HOST)/d',
    'hub.extraEnv.PASSWORD': '$(HOST)',
  });
});

test('a dollar that is escaped for the kubelet is one in the Secret, where nobody takes the escape away', () => {
  expect(envSecrets('hub', { PASSWORD: 'pa$$word$' })).toEqual({ 'hub.extraEnv.PASSWORD': 'pa$word$' });
  expect(envSecrets('hub', { PASSWORD: SecretValue.literal('pa$$word') })).toEqual({
    'hub.extraEnv.PASSWORD': 'pa$$word',
  });
});
