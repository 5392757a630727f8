import { findings } from '../support/findings';

test.each<[values: string, lines: string[]]>([
  [
    'hub: {services: {hello: {url: "http://127.0.0.1:8000"}}}',
    [
      'hub.services.hello.url: "http://127.0.0.1:8000" is in the hub\'s own pod: the proxy is another pod, and answers 503; listen on all addresses, give http://hub:PORT, and open the port by hub.service.extraPorts and the hub\'s network policy [services/loopback]',
    ],
  ],
  [
    'proxy: {service: {disableHttpPort: true}}\ningress: {enabled: true}',
    [
      'ingress: leads to the port http, which proxy.service.disableHttpPort takes away: everybody gets 503; set proxy.service.disableHttpPort to false [exposure/no-http-port]',
    ],
  ],
  [
    'hub: {db: {type: mysql, url: "mysql+pymysql://hub@db/hub", password: p}}',
    [
      'hub.db.password: does not reach the driver: the driver reads no MYSQL_PWD: the hub cannot log in to its database and does not start; put the password into hub.db.url [database/mysql-password]',
    ],
  ],
  [
    'hub: {db: {type: mysql, url: "mysql+pymysql://hub@db/hub?charset=utf8mb4", password: p}}',
    [
      'hub.db.password: does not reach the driver: the driver reads no MYSQL_PWD: the hub cannot log in to its database and does not start; put the password into hub.db.url [database/mysql-password]',
    ],
  ],
  [
    'singleuser: {cmd: start.sh --debug}',
    [
      'singleuser.cmd: "start.sh --debug" is one word: no server starts: the whole string is taken for the name of one program; write a list, an item a word [user-pod/command-in-one-word]',
    ],
  ],
  [
    'singleuser: {extraFiles: {f: {mountPath: /home/jovyan/.config/a, stringData: b}}}',
    [
      'singleuser.extraFiles.f.mountPath: "/home/jovyan/.config/a" is in a folder of the home: the kubelet makes the folders on the way as root: the user cannot write there; mount it elsewhere, and copy it into the home when the server starts [user-pod/file-below-home]',
    ],
  ],
  [
    'singleuser: {networkTools: {image: {pullSecrets: [registry]}}}',
    [
      'singleuser.networkTools.image.pullSecrets: is read by nobody: pods pull with the Secrets of their own images only: it has no effect; use imagePullSecrets or singleuser.image.pullSecrets [options/without-effect]',
    ],
  ],
])('tells of %s', (values, lines) => {
  expect(findings(values)).toEqual(lines);
});

test.each([
  'hub: {services: {hello: {url: "http://hub:8000"}}, db: {type: mysql, url: "mysql+pymysql://hub:p@db/hub"}}\nsingleuser: {cmd: [start.sh, --debug], extraFiles: {f: {mountPath: /home/jovyan/.netrc, stringData: b}}}',
  'proxy: {service: {disableHttpPort: true}}',
])('says nothing of %s', (values) => {
  expect(findings(values)).toEqual([]);
});
