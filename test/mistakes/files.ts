import { Storage, Tls } from '../../lib';
import { everywhere, hub, spawner, Mistake } from './mistake';

export const FILES: readonly Mistake[] = [
  ...everywhere('volume name', { storage: { extraVolumes: [{ name: 'My_Vol', emptyDir: {} }] } }),
  ['hub vol', () => hub({ hub: { extraVolumes: [{ name: 'A_B', emptyDir: {} }] } })],
  [
    'mount rel',
    () =>
      spawner({
        storage: { extraVolumes: [{ name: 'v', emptyDir: {} }], extraVolumeMounts: [{ name: 'v', mountPath: 'data' }] },
      }),
  ],
  [
    'mount empty',
    () =>
      spawner({
        storage: { extraVolumes: [{ name: 'v', emptyDir: {} }], extraVolumeMounts: [{ name: 'v', mountPath: '' }] },
      }),
  ],
  [
    'mount slash',
    () =>
      spawner({
        storage: {
          extraVolumes: [
            { name: 'v', emptyDir: {} },
            { name: 'w', emptyDir: {} },
          ],
          extraVolumeMounts: [
            { name: 'v', mountPath: '/data' },
            { name: 'w', mountPath: '/data/' },
          ],
        },
      }),
  ],
  [
    'mount colon',
    () =>
      spawner({
        storage: {
          extraVolumes: [{ name: 'v', emptyDir: {} }],
          extraVolumeMounts: [{ name: 'v', mountPath: '/da:ta' }],
        },
      }),
  ],
  [
    'hub mount slash',
    () =>
      hub({
        hub: {
          extraVolumes: [{ name: 'v', emptyDir: {} }],
          extraVolumeMounts: [
            { name: 'v', mountPath: '/data' },
            { name: 'v', mountPath: '/data/' },
          ],
        },
      }),
  ],
  ['hub mount no vol', () => hub({ hub: { extraVolumeMounts: [{ name: 'v', mountPath: '/data' }] } })],
  [
    'hub init mount no vol',
    () =>
      hub({
        hub: { initContainers: [{ name: 'a', image: 'a:1', volumeMounts: [{ name: 'v', mountPath: '/data' }] }] },
      }),
  ],
  [
    'traefik mount no vol',
    () =>
      hub({
        proxy: {
          tls: Tls.letsEncrypt({ hosts: ['a.b'], contactEmail: 'a@b.c' }),
          traefik: { extraVolumeMounts: [{ name: 'v', mountPath: '/data' }] },
        },
      }),
  ],
  [
    'user init mount no vol',
    () => spawner({ initContainers: [{ name: 'a', image: 'a:1', volumeMounts: [{ name: 'v', mountPath: '/data' }] }] }),
  ],
  [
    'hub vol dup',
    () =>
      hub({
        hub: {
          extraVolumes: [
            { name: 'v', emptyDir: {} },
            { name: 'v', emptyDir: {} },
          ],
        },
      }),
  ],
  ['hub vol config', () => hub({ hub: { extraVolumes: [{ name: 'config', emptyDir: {} }] } })],
  [
    'vol two src',
    () => spawner({ storage: { extraVolumes: [{ name: 'v', emptyDir: {}, hostPath: { path: '/a' } }] } }),
  ],
  [
    'user vol dup',
    () =>
      spawner({
        storage: {
          extraVolumes: [
            { name: 'v', emptyDir: {} },
            { name: 'v', emptyDir: {} },
          ],
        },
      }),
  ],
  [
    'ctr dup',
    () =>
      hub({
        hub: {
          extraContainers: [
            { name: 'a', image: 'a:1' },
            { name: 'a', image: 'a:1' },
          ],
        },
      }),
  ],
  ['ctr hub', () => hub({ hub: { extraContainers: [{ name: 'hub', image: 'a:1' }] } })],
  ['user ctr dup', () => spawner({ extraContainers: [{ name: 'notebook', image: 'a:1' }] })],
  ['home rel', () => spawner({ storage: { homeMountPath: 'home' } })],
  ['home empty', () => spawner({ storage: { homeMountPath: '' } })],
  ['subPath abs', () => spawner({ storage: Storage.static({ pvcName: 'a', subPath: '/a' }) })],
  ['subPath up', () => spawner({ storage: Storage.static({ pvcName: 'a', subPath: '../{username}' }) })],
  ['mode 755', () => hub({ hub: { extraFiles: { f: { mountPath: '/f', stringData: 'x', mode: 755 } } } })],
  ['mode 440', () => spawner({ extraFiles: { f: { mountPath: '/f', stringData: 'x', mode: 440 } } })],
  ['mode frac', () => hub({ hub: { extraFiles: { f: { mountPath: '/f', stringData: 'x', mode: 0.5 } } } })],
  [
    'defaultMode 644',
    () => hub({ hub: { extraVolumes: [{ name: 'v', configMap: { name: 'a', defaultMode: 644 } }] } }),
  ],
  ['file key', () => hub({ hub: { extraFiles: { 'a b': { mountPath: '/f', stringData: 'x' } } } })],
  ['file rel', () => hub({ hub: { extraFiles: { a: { mountPath: 'f', stringData: 'x' } } } })],
  ['file bin', () => hub({ hub: { extraFiles: { a: { mountPath: '/f', binaryData: '%%%' } } } })],
  ['ctr pull', () => spawner({ extraContainers: [{ name: 'a', image: 'a:1', imagePullPolicy: 'always' }] })],
];
