import { ExtraFiles } from '../../kubernetes/extra-files';
import { nonEmpty } from '../../data/maps';
import { Installation, oncePerInstallation } from '../../release/installation';
import { Profile } from '../../options/spawner/profile';

/** Whose files: those of all servers, of a profile by its place in the list, or of a choice of an option of it. */
export type Place =
  readonly [] | readonly [profile: number] | readonly [profile: number, option: string, choice: string];

const join = (place: Place) => JSON.stringify(place);

/** A part of a key of a Secret. */
const keyPart = (name: string) => name.replace(/[^-\w.]+/g, '-');

/** The profile's part of the keys of its files: what stays when profiles come before it. */
function profileKey({ displayName, _props }: Profile): string {
  return keyPart(_props?.slug ?? displayName.toLowerCase());
}

/** Files of users' servers, in sets that are mounted together. */
interface FileSets {
  /** All files, by their keys in the Secret. */
  readonly all: ExtraFiles;
  /** Those of a place. */
  readonly of: (place: Place) => ExtraFiles;
}

/**
 * The files of all servers, profiles and choices, with the keys that they have in the one Secret that holds them.
 * @throws where two have the same key
 */
export const fileSets = oncePerInstallation(({ props }: Installation): FileSets => {
  const { extraFiles, profiles } = props.spawner;
  const sets = new Map<string, ExtraFiles>();
  const all: Record<string, ExtraFiles[string]> = {};
  const add = (place: Place, files: ExtraFiles | undefined, prefix: string) => {
    const named = Object.entries(files ?? {}).map(([key, file]) => [`${prefix}${key}`, file] as const);
    const twice = named.find(([key]) => key in all);
    if (twice)
      throw new Error(`spawner.extraFiles: two files have the key ${twice[0]} in the Secret: rename one of them`);
    sets.set(join(place), Object.assign(all, Object.fromEntries(named)) && Object.fromEntries(named));
  };
  add([], nonEmpty(extraFiles) as ExtraFiles | undefined, '');
  (profiles ?? []).forEach((profile, index) => {
    const key = profileKey(profile);
    add([index], profile._props?.extraFiles as ExtraFiles | undefined, `${key}.`);
    for (const [option, { choices }] of Object.entries(profile._props?.options ?? {})) {
      for (const [choice, server] of Object.entries(choices ?? {})) {
        const prefix = `${key}.${keyPart(option)}.${keyPart(choice)}.`;
        add([index, option, choice], server.extraFiles as ExtraFiles | undefined, prefix);
      }
    }
  });
  return { all, of: (place) => sets.get(join(place)) ?? {} };
});
