import { Tree } from '../../../lib/data/maps';
import { Installation } from '../../../lib/release/installation';
import { releaseManifests } from '../../../lib/components/manifests';
import { propsFromHelmValues } from '../../../lib/rules/values';
import { Manifest } from '../../../lib/kubernetes/manifest';
import { Case } from './case';

/** What stands in place of a release and its namespace, until each case gets its own. */
export const RELEASE = 'hub-release';

function hub(values: Tree): readonly Manifest[] {
  return releaseManifests(new Installation(propsFromHelmValues({ release: RELEASE, namespace: RELEASE, values })));
}

const BASE: Tree = {
  hub: { config: { JupyterHub: { authenticator_class: 'null' } } },
  scheduling: { userScheduler: { replicas: 1 } },
};

/** Changes of one option, from the values above. */
const CHANGES: Readonly<Record<string, Tree>> = {
  'memory of users': { singleuser: { memory: { limit: '4G', guarantee: '2G' } } },
  'the image of users': { singleuser: { image: { tag: '4.4.1' } } },
  'the image of the hub': { hub: { image: { tag: '4.4.1' } } },
  'resources of the proxy': { proxy: { chp: { resources: { requests: { memory: '1Gi' } } } } },
  'the database in memory': { hub: { db: { type: 'sqlite-memory' } } },
  'the database elsewhere': { hub: { db: { type: 'postgres', url: 'postgresql://hub@db/hub' } } },
  'the claim of the database shrinks': { hub: { db: { pvc: { storage: '500Mi' } } } },
  'names with the release': { fullnameOverride: 'other' },
  'no user scheduler': { scheduling: { userScheduler: { enabled: false } } },
  placeholders: { scheduling: { podPriority: { enabled: true }, userPlaceholder: { enabled: true, replicas: 2 } } },
  'an Ingress': { ingress: { enabled: true, hosts: ['h.example.org'] }, proxy: { service: { type: 'ClusterIP' } } },
  'certificates of its own': {
    proxy: { https: { enabled: true, hosts: ['h.example.org'], letsencrypt: { contactEmail: 'a@example.org' } } },
  },
  'extra labels of the hub': { hub: { labels: { a: '1' } } },
  'no policies': {
    hub: { networkPolicy: { enabled: false } },
    proxy: { chp: { networkPolicy: { enabled: false } } },
    singleuser: { networkPolicy: { enabled: false } },
  },
  'no culling': { cull: { enabled: false } },
  'no pullers': { prePuller: { hook: { enabled: false }, continuous: { enabled: false } } },
  'a service': { hub: { services: { s: { url: 'http://s:1' } } } },
  Python: { hub: { extraConfig: { a: 'c.JupyterHub.log_level = 10\n' } } },
  'a file': { hub: { extraFiles: { f: { mountPath: '/f', stringData: 'x' } } } },
};

function merged(base: Tree, over: Tree): Tree {
  return Object.entries(over).reduce<Tree>((all, [key, value]) => {
    const before = all[key];
    const both =
      typeof before === 'object' &&
      before !== null &&
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value);
    return { ...all, [key]: both ? merged(before as Tree, value as Tree) : value };
  }, base);
}

/** Each change there, and the way back from some of them. */
export function hubs(): readonly Case[] {
  const base = hub(BASE);
  return Object.entries(CHANGES).flatMap(([name, values], index) => {
    const changed = hub(merged(BASE, values));
    const there = { name: `hub: ${name}`, before: base, after: changed };
    return index % 3 || name.includes('shrinks')
      ? [there]
      : [there, { name: `hub: ${name}, and back`, before: changed, after: base }];
  });
}
