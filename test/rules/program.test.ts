import { Testing } from 'cdk8s';
import { Allow, Authenticator, JupyterHub, JupyterHubProps, SuppressionProps } from '../../lib';
import { problemsOf } from '../support/findings';

const authenticator = Authenticator.tmp({ allow: Allow.all() });
const hub = (props: Partial<JupyterHubProps>) =>
  new JupyterHub(Testing.app(), 'jhub', { namespace: 'jhub', authenticator, ...props });

const extraEnv = { A: 1, B: true };
const of = (variable: string) =>
  expect.stringMatching(`^spawner\\.extraEnv\\.${variable}: .*\\[user-pod/environment\\]$`);
const suppressed = (...suppressions: SuppressionProps[]) =>
  problemsOf(() => hub({ overrides: { spawner: { extraEnv } }, suppressions }));

test('a program is refused for warnings', () => {
  expect(suppressed()).toEqual([of('A'), of('B')]);
});

test('a warning that is suppressed is not told', () => {
  expect(suppressed({ id: 'user-pod/environment', reason: 'as it is' })).toEqual([]);
});

test('a suppression with a path leaves the others', () => {
  expect(suppressed({ id: 'user-pod/environment', reason: 'as it is', path: 'spawner.extraEnv.A' })).toEqual([of('B')]);
});

test('an error cannot be suppressed', () => {
  const suppressions = [{ id: 'names/release-or-namespace', reason: 'as it is' }];
  expect(problemsOf(() => hub({ release: 'A', suppressions }))).toHaveLength(1);
});

test('a suppression needs a rule and a reason', () => {
  expect(suppressed({ id: 'user-pod/enviroment', reason: ' ' }).slice(0, 2)).toEqual([
    'suppressions[0].id: there is no rule user-pod/enviroment; did you mean user-pod/environment?',
    'suppressions[0].reason: must say why user-pod/enviroment is meant',
  ]);
});

test('the line tells the hub and the place in the program that makes it', () => {
  const app = Testing.app();
  new JupyterHub(app, 'one', { namespace: 'a', authenticator, overrides: { spawner: { extraEnv: { A: 1 } } } });
  new JupyterHub(app, 'two', { namespace: 'b', authenticator, overrides: { spawner: { extraEnv: { B: 1 } } } });
  expect(() => app.synth()).toThrow(
    /\[one\] test\/rules\/program\.test\.ts:\d+:\d+: spawner\.extraEnv\.A: .*\n *\[two\] test\/rules\/program\.test\.ts:\d+:\d+: spawner\.extraEnv\.B: /,
  );
});

test('what values were warned of is not told again at synth', () => {
  const values = { singleuser: { extraEnv: { A: 1 } } };
  const write = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const chart = JupyterHub.fromHelmValues(Testing.app(), 'jhub', { namespace: 'jhub', values });
  expect(write).toHaveBeenCalledTimes(1);
  write.mockRestore();
  expect(problemsOf(() => chart)).toEqual([]);
});
