import { nonEmpty } from '../data/maps';
import { revealText } from '../secrets/secrets';
import { mapsOf, show } from './lookup';
import { Rule } from './rule';

const LOOPBACK = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(?=[:/]|$)/i;

/** What does not reach what it talks to. */
export const CONNECTION_RULES: readonly Rule[] = [
  {
    id: 'services/loopback',
    severity: 'warning',
    title: 'A service at an address that only the hub itself reaches',
    effect: 'the proxy is another pod, and answers 503',
    mend: (option) =>
      `listen on all addresses, give http://hub:PORT, and open the port by ${option('hub.service.extraPorts')} and the hub's network policy`,
    check: ({ props }, report) => {
      for (const [path, { url }] of mapsOf(props.hub.services, ['hub', 'services'])) {
        if (typeof url === 'string' && LOOPBACK.test(url))
          report([...path, 'url'], `${show(url)} is in the hub's own pod`);
      }
    },
  },
  {
    id: 'exposure/no-http-port',
    severity: 'error',
    title: 'An Ingress to a port that the Service does not have',
    effect: 'everybody gets 503',
    mend: (option) => `set ${option('proxy.exposure.service.disableHttpPort')} to false`,
    check: ({ props }, report) => {
      const { ingress, httpRoute, service } = props.proxy.exposure;
      if (!service.disableHttpPort) return;
      for (const [name, on] of [
        ['ingress', ingress.enabled],
        ['httpRoute', httpRoute.enabled],
      ] as const) {
        if (on)
          report(
            ['proxy', 'exposure', name],
            (option) => `leads to the port http, which ${option('proxy.exposure.service.disableHttpPort')} takes away`,
          );
      }
    },
  },
  {
    id: 'database/mysql-password',
    severity: 'warning',
    title: 'A password of MySQL that the driver does not read',
    effect: 'the driver reads no MYSQL_PWD: the hub cannot log in to its database and does not start',
    mend: (option) => `put the password into ${option('hub.db.url')}`,
    check: ({ props }, report) => {
      const { type, url, password } = props.hub.db;
      const text = revealText(url);
      const isDriver = type === 'mysql' && (text === undefined || text.startsWith('mysql+pymysql:'));
      const hasPassword = typeof text !== 'string' || /^[^:]+:\/\/[^/@]*:[^/@]+@/.test(text);
      if (isDriver && nonEmpty(password) && !hasPassword)
        report(['hub', 'db', 'password'], 'does not reach the driver');
    },
  },
  {
    id: 'user-pod/command-in-one-word',
    severity: 'warning',
    title: 'A command with its arguments in one string',
    effect: 'no server starts: the whole string is taken for the name of one program',
    mend: 'write a list, an item a word',
    check: (model, report) => {
      const { path, value } = model.trait('Spawner', 'cmd');
      if (typeof value === 'string' && /\s/.test(value.trim())) report(path, `${show(value)} is one word`);
    },
  },
  {
    id: 'user-pod/file-below-home',
    severity: 'warning',
    title: 'An extra file in a folder of the home',
    effect: 'the kubelet makes the folders on the way as root: the user cannot write there',
    mend: 'mount it elsewhere, and copy it into the home when the server starts',
    check: ({ props }, report) => {
      const { homeMountPath, type } = props.spawner.storage;
      if (type === 'none') return;
      for (const [path, { mountPath }] of mapsOf(props.spawner.extraFiles, ['spawner', 'extraFiles'])) {
        const below = typeof mountPath === 'string' && mountPath.startsWith(`${homeMountPath}/`);
        if (below && mountPath.slice(homeMountPath.length + 1).includes('/')) {
          report([...path, 'mountPath'], `${show(mountPath)} is in a folder of the home`);
        }
      }
    },
  },
  {
    id: 'options/without-effect',
    severity: 'warning',
    title: 'An option that nobody reads',
    effect: 'it has no effect',
    mend: (option) => `use ${option('imagePullSecrets')} or ${option('spawner.imagePullSecrets')}`,
    check: ({ props }, report) => {
      if (nonEmpty(props.spawner.networkTools.image.pullSecrets)) {
        report(
          ['spawner', 'networkTools', 'image', 'pullSecrets'],
          'is read by nobody: pods pull with the Secrets of their own images only',
        );
      }
    },
  },
];
