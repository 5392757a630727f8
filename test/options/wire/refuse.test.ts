import { Testing } from 'cdk8s';
import * as api from '../../../lib';
import { METHODS, Type } from '../../../lib/options/wire/option-types';
import { ParameterOf } from '../../../lib/options/wire/types';
import { Allow, Authenticator, JupyterHub, JupyterHubProps, Release, Storage } from '../../../lib';
import { messageOf } from '../../support/message';
import { jupyterhub } from '../../support/program';

/** The first line of a stack that is no part of the message. */
function firstFrame(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).stack?.split('\n').find((line) => /^ {4}at /.test(line)) ?? '';
  }
  return '';
}

test.each<[string, () => unknown]>([
  ['JupyterHub', () => new JupyterHub(Testing.app(), 'jhub', {} as JupyterHubProps)],
  ['Release', () => new Release('jhub', {} as JupyterHubProps)],
  ['fromHelmValues', () => JupyterHub.fromHelmValues(Testing.app(), 'jhub', {} as api.HelmValuesProps)],
  ['Storage.static', () => Storage.static({} as api.StaticHomeProps)],
  ['Authenticator.gitHub', () => Authenticator.gitHub({} as api.GitHubAuthenticatorProps)],
  ['Hub.addRole', () => jupyterhub().hub.addRole('r', {} as api.RoleProps)],
])('the stack begins where the program calls %s', (_, run) => {
  expect(run).toThrow(expect.objectContaining({ name: 'OptionsError' }));
  expect(firstFrame(run)).toContain('refuse.test.ts');
});

/** What no type takes. */
class Misfit {
  public readonly misfit = true;
}

/** Calls a method of the public API with arguments. */
function call(method: string, args: unknown[]): unknown {
  const [className, name] = method.split('.');
  const { [className]: owner } = api as unknown as Record<string, Record<string, (...args: unknown[]) => unknown>>;
  if (name in owner) return owner[name](...args);
  const { hub, spawner } = jupyterhub();
  const object = (className === 'Spawner' ? spawner : hub) as unknown as typeof owner;
  return object[name](...args);
}

const CALLS = Object.entries<readonly ParameterOf<Type>[]>(METHODS).filter(
  ([method]) => !method.startsWith('SecretValue.'),
);

test.each(CALLS)('%s refuses arguments of a wrong kind', (method, parameters) => {
  parameters.forEach(({ name }, index) => {
    const args = parameters.map((_, other) => (other === index ? new Misfit() : undefined));
    expect(() => call(method, args)).toThrow(
      expect.objectContaining({
        name: 'OptionsError',
        message: expect.stringContaining('of the class Misfit') as string,
      }),
    );
    expect(name).not.toBe('');
  });
});

test.each(CALLS.filter(([, all]) => all.some(({ required: must }) => must)))(
  '%s refuses to be without arguments',
  (method) => {
    expect(() => call(method, [])).toThrow(expect.objectContaining({ name: 'OptionsError' }));
  },
);

test('a factory tells a misspelt option', () => {
  expect(messageOf(() => Storage.dynamic({ capacty: '1Gi' } as api.DynamicHomeProps))).toBe(
    'Storage.dynamic: capacty: unknown option; did you mean capacity?',
  );
  expect(messageOf(() => Allow.users(['ada'] as never))).toBe('Allow.users: names[0]: must be a string, but is a list');
});
