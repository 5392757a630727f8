import { Manifest } from '../kubernetes/manifest';

/** The parts of a release: the stage that pulls images, the secrets, what generates missing tokens, and the rest. */
export type Part = 'image-puller' | 'secrets' | 'secret-bootstrap' | 'main';

/** What the name of a part's file ends in. */
export const FILE_SUFFIXES: Readonly<Record<Part, string>> = {
  'image-puller': '-image-puller',
  secrets: '-secrets',
  'secret-bootstrap': '',
  main: '',
};

/** An object of a release. */
export interface ReleaseObject {
  /** Which object of its component it is: the same one whatever its name and content become. */
  readonly id: string;
  readonly part: Part;
  readonly manifest: Manifest;
}

/** Objects of one part by their ids; what is false or undefined is not made. */
export function inPart(part: Part, manifests: Readonly<Record<string, Manifest | false | undefined>>): ReleaseObject[] {
  return Object.entries(manifests).flatMap(([id, manifest]) => (manifest ? [{ id, part, manifest }] : []));
}
