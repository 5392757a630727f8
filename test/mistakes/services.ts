import { Exposure } from '../../lib';
import { hub, Mistake } from './mistake';

export const SERVICES: readonly Mistake[] = [
  ['svc port', () => hub({ hub: { services: { a: { url: 'http://hub:1', port: 99999 } } } })],
  ['same nodeport', () => hub({ proxy: { exposure: Exposure.nodePort({ http: 30080, https: 30080 }) } })],
  [
    'two svc port',
    () =>
      hub({
        hub: { services: { a: { url: 'http://hub:10101', port: 10101 }, b: { url: 'http://hub:10101', port: 10101 } } },
      }),
  ],
  ['svc 8081', () => hub({ hub: { services: { a: { url: 'http://hub:8081', port: 8081 } } } })],
  [
    'addService port twice',
    () => {
      const h = hub({});
      h.hub.addService('a', { url: 'http://hub:1', port: 10101 });
      h.hub.addService('b', { url: 'http://hub:1', port: 10101 });
      return h;
    },
  ],
  [
    'extraPorts dup',
    () => hub({ proxy: { exposure: Exposure.loadBalancer({ extraPorts: [{ name: 'http', port: 8080 }] }) } }),
  ],
  [
    'extraPorts 80',
    () => hub({ proxy: { exposure: Exposure.loadBalancer({ extraPorts: [{ name: 'x', port: 80 }] }) } }),
  ],
  ['svc url', () => hub({ hub: { services: { a: { url: 'hub:10101' } } } })],
  ['svc name', () => hub({ hub: { services: { 'a b': { url: 'http://hub:10101' } } } })],
  ['svc scope', () => hub({ hub: { services: { abc: { scopes: ['list:user'] } } } })],
  ['svc Prom', () => hub({ hub: { services: { Prometheus: { scopes: ['read:metrics'] } } } })],
  ['svc ci', () => hub({ hub: { services: { ci: { scopes: ['read:metrics'] } } } })],
  ['role name', () => hub({ hub: { loadRoles: { Reader: { scopes: ['list:users'] } } } })],
  ['role scope', () => hub({ hub: { loadRoles: { reader: { scopes: ['list:user'] } } } })],
  ['role svc', () => hub({ hub: { loadRoles: { reader: { scopes: ['list:users'], services: ['nope'] } } } })],
  ['role empty scope', () => hub({ hub: { loadRoles: { reader: { scopes: [''] } } } })],
  [
    'client scopes',
    () => hub({ hub: { services: { a: { url: 'http://hub:1', oauthClientAllowedScopes: ['read:user'] } } } }),
  ],
  ['client id', () => hub({ hub: { services: { a: { url: 'http://hub:1', oauthClientId: 'a' } } } })],
  [
    'addRole',
    () => {
      const h = hub({});
      h.hub.addRole('Ab', { scopes: ['list:users'] });
      return h;
    },
  ],
  ['svc type', () => hub({ hub: { service: { type: 'Cluster' } } })],
];
