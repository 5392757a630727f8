import { problems } from '../../support/findings';

test.each([
  [
    'letsencrypt without an address',
    'proxy: {https: {enabled: true, hosts: [a.org]}}',
    "proxy.https.letsencrypt.contactEmail: is missing: Let's Encrypt needs an email address [tls/incomplete]",
  ],
  [
    'a certificate of your own without the key',
    'proxy: {https: {enabled: true, type: manual, manual: {cert: C}}}',
    'proxy.https.manual.key: is missing: a certificate of your own needs its private key, PEM [tls/incomplete]',
  ],
  [
    'a network policy that opens what iptables block',
    'singleuser: {networkPolicy: {egressAllowRules: {cloudMetadataServer: true}}}',
    'singleuser.networkPolicy.egressAllowRules.cloudMetadataServer: opens what singleuser.cloudMetadata.blockWithIptables blocks; set one of them to false [network/metadata-server-open-and-blocked]',
  ],
  [
    'a file without content',
    'singleuser: {extraFiles: {f: {mountPath: /f}}}',
    'singleuser.extraFiles.f: must have one of data, stringData and binaryData, but has none of them [files/content]',
  ],
  [
    'a file whose content is empty',
    'hub: {extraFiles: {f: {mountPath: /f, stringData: ""}}}',
    'hub.extraFiles.f: must have one of data, stringData and binaryData, but has an empty stringData [files/content]',
  ],
  [
    'a file with two contents',
    'hub: {extraFiles: {f: {mountPath: /f, stringData: a, binaryData: Yg==}}}',
    'hub.extraFiles.f: must have one of data, stringData and binaryData, but has stringData and binaryData [files/content]',
  ],
  [
    'data for a file of unknown format',
    'hub: {extraFiles: {f: {mountPath: /f.ini, data: {a: 1}}}}',
    'hub.extraFiles.f.mountPath: must end in .json, .toml, .yaml or .yml for data to be written, but is "/f.ini"; or use stringData [files/content]',
  ],
  [
    'a file that is mounted nowhere',
    'hub: {extraFiles: {f: {mountPath: "", stringData: a}}}',
    'hub.extraFiles.f.mountPath: is missing: it is the path of the file in the container [files/content]',
  ],
  [
    'a number for a variable',
    'hub: {extraEnv: {PORT: 80}}',
    'hub.extraEnv.PORT: must be a string, or a map with valueFrom, but is a number; put it in quotes',
  ],
  [
    'a list for a variable',
    'proxy: {chp: {extraEnv: {A: [1]}}}',
    'proxy.chp.extraEnv.A: must be a string, or a map with valueFrom, but is a list',
  ],
  [
    'a map for a host',
    'ingress: {enabled: true, hosts: [{host: h.example.org}]}',
    'ingress.hosts[0]: must be a string, but is a map',
  ],
  [
    'options of the chart among the variables',
    'hub: {extraEnv: {networkPolicy: {enabled: false}}}',
    'hub.extraEnv.networkPolicy.enabled: unknown key, so Kubernetes refuses the variable; it takes name, value and valueFrom',
  ],
  [
    'a number for the value of a variable',
    'hub: {extraEnv: [{name: A, value: 1}]}',
    'hub.extraEnv[0].value: must be a string, but is a number; put it in quotes',
  ],
  [
    'a string for the overrides of a profile',
    'singleuser: {profileList: [{kubespawner_override: x}]}',
    'singleuser.profileList[0].kubespawner_override: must be a map, but is a string',
  ],
  [
    'a string for a choice of a profile',
    'singleuser: {profileList: [{profile_options: {o: {choices: {c: x}}}}]}',
    'singleuser.profileList[0].profile_options.o.choices.c: must be a map, but is a string',
  ],
])('refuses %s', (_, values, expected) => {
  expect(problems(values)).toEqual([expected]);
});

test.each([
  ['letsencrypt without hosts, which does nothing', 'proxy: {https: {enabled: true}}'],
  ['a certificate while HTTPS is off', 'proxy: {https: {type: manual}}'],
  ['a variable of traefik while traefik is off', 'proxy: {traefik: {extraEnv: {A: 1}}}'],
  [
    'odd profiles that no image is pulled for',
    'prePuller: {pullProfileListImages: false}\nsingleuser: {profileList: [{profile_options: x}]}',
  ],
  [
    'the metadata server open both ways',
    'singleuser: {cloudMetadata: {blockWithIptables: false}, networkPolicy: {egressAllowRules: {cloudMetadataServer: true}}}',
  ],
])('takes %s', (_, values) => {
  expect(problems(values)).toEqual([]);
});

test('does not judge a value of a wrong kind twice', () => {
  expect(problems('proxy: {https: {enabled: true, type: manual, manual: {key: 1, cert: C}}}')).toHaveLength(1);
});
