import { Chart, Testing } from 'cdk8s';
import { Allow, Authenticator, Exposure, JupyterHub, JupyterHubProps, Profile, SecretValue } from '../../lib';

/** A mistake that a program can make, and the program: it fails at once, or gives a chart that fails at synth. */
export type Mistake = readonly [name: string, program: () => unknown];

export const authenticator = Authenticator.tmp({ allow: Allow.all() });

/** A hub with some options; of what does not compile, as JavaScript says it. */
export function hub(props: object, id = 'jhub'): JupyterHub {
  return new JupyterHub(Testing.app(), id, { namespace: 'jhub', authenticator, ...props } as JupyterHubProps);
}

export const spawner = (own: object): JupyterHub => hub({ spawner: own });
export const profile = (own: object): JupyterHub => hub({ spawner: { profiles: [Profile.of('P', own)] } });
const choice = (own: object): JupyterHub =>
  profile({ options: { o: { choices: { c: { displayName: 'C', ...own } } } } });

/** The same mistake for all servers, for those of a profile and for those of a choice. */
export function everywhere(name: string, own: object): Mistake[] {
  return [
    [`${name} of all servers`, () => spawner(own)],
    [`${name} of a profile`, () => profile(own)],
    [`${name} of a choice`, () => choice(own)],
  ];
}

/** Options with a login at GitHub whose users come back to a URL. */
export function callback(callbackUrl: string): object {
  const clientSecret = SecretValue.fromSecret('github', 'client-secret');
  return {
    authenticator: Authenticator.gitHub({ clientId: 'Iv1.abc', clientSecret, callbackUrl, allow: Allow.users('ada') }),
    proxy: { exposure: Exposure.ingress({ host: 'hub.example.org', tlsSecret: 'hub-tls' }) },
  };
}

/** What the program is told, a line each; none where it passes. Where in the program it is, is for another test. */
export function told([, program]: Mistake): string[] {
  try {
    const chart = program();
    if (chart instanceof Chart) Testing.synth(chart);
    return [];
  } catch (error) {
    const lines = (error as Error).message.split('\n');
    const isSynth = lines[0].startsWith('Validation failed');
    return lines.slice(isSynth ? 1 : 0).map((line) => line.trim().replace(/^(\[\S+\]) \S+:\d+:\d+:/, '$1'));
  }
}
