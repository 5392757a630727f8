import { everywhere, hub, spawner, Mistake } from './mistake';

export const IMAGES: readonly Mistake[] = [
  ...[
    'https://quay.io/a:1',
    'quay.io/a b:1',
    'Quay/A:1',
    'a:1:2',
    'a@sha256:' + 'a'.repeat(64) + ':4.4.0',
    '',
    ' a:1',
    'a:',
    'a@sha256:12',
  ].flatMap((image) => everywhere('image ' + image, { image })),
  ['hub img name', () => hub({ hub: { image: { name: 'https://quay.io/a' } } })],
  ['hub img tag', () => hub({ hub: { image: { name: 'a', tag: 'b c' } } })],
  ['hub img name tag', () => hub({ hub: { image: { name: 'a:1' } } })],
  ['hub img cap', () => hub({ hub: { image: { name: 'A/B' } } })],
  ['init img', () => hub({ hub: { initContainers: [{ name: 'a', image: 'docker://a' }] } })],
  ['extra ctr img', () => spawner({ extraContainers: [{ name: 'a', image: 'A B' }] })],
  ['extra imgs', () => hub({ imagePuller: { extraImages: { 'My Img': { name: 'a', tag: 'b' } } } })],
];
