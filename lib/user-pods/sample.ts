import { Hub } from './hub';
import { readProfiles } from './profiles';
import { UserOptions } from './choose';
import { Server } from './server';
import { SpawnError } from './spawn-error';
import { UserObjectMaker, UserObjects } from './user-objects';

/** Users whose names are the two kinds: one that is a valid name of an object, one that is not. */
export const SAMPLE_SERVERS: readonly Server[] = [
  { user: 'alice', name: '' },
  { user: 'Bob.Smith@example.org', name: '' },
  { user: 'alice', name: 'second' },
];

/** What a user may give where an option takes a value beside its choices: an image, in most cases. */
const SAMPLE_VALUE = 'example.org/img:1';

/** The key that the objects of a server stand under. */
export function serverKey({ user, name }: Server): string {
  return name ? `${user}/${name}` : user;
}

/** The key of a profile, with what was chosen besides. */
export function profileKey(slug: string, choices: Readonly<Record<string, string>> = {}): string {
  const chosen = Object.entries(choices).map(([option, choice]) => ` ${option}=${choice}`);
  return `profile ${slug}${chosen.join('')}`;
}

/** What to choose so that each profile and each choice is seen once, by the key of its objects. */
export function everyChoice(profileList: unknown): Map<string, UserOptions> {
  const all = new Map<string, UserOptions>();
  for (const { slug, options } of readProfiles(profileList)) {
    all.set(profileKey(slug), { profile: slug });
    for (const { name, choices, unlisted } of options) {
      for (const choice of choices) {
        all.set(profileKey(slug, { [name]: choice.name }), { profile: slug, [name]: choice.name });
      }
      if (unlisted) {
        const chosen = { profile: slug, [`${name}--unlisted-choice`]: SAMPLE_VALUE };
        all.set(profileKey(slug, { [name]: 'unlisted' }), chosen);
      }
    }
  }
  return all;
}

/** The choices of a hub; none where its profiles cannot be read, which the objects of every server tell of. */
function choicesOf(maker: UserObjectMaker, server: Server): Map<string, UserOptions> {
  try {
    return everyChoice(maker.spawner(server).get('profile_list'));
  } catch (error) {
    if (error instanceof SpawnError) return new Map();
    throw error;
  }
}

/** The objects of each server as it starts by default, and of the first one's user with every profile and choice. */
export function sampleObjects(hub: Hub, servers: readonly Server[] = SAMPLE_SERVERS): Record<string, UserObjects> {
  const maker = new UserObjectMaker(hub);
  const byDefault = servers.map((server) => [serverKey(server), maker.objects(server)] as const);
  const chosen = [...choicesOf(maker, servers[0])].map(
    ([key, options]) => [key, maker.objects(servers[0], options)] as const,
  );
  return Object.fromEntries([...byDefault, ...chosen]);
}

/** `OPTION=CHOICE` taken apart; a choice may hold the sign itself. */
function parseChoice(text: string): readonly [string, string] {
  const [, option, choice] = /^([^=]+)=([^]+)$/.exec(text) ?? [];
  if (option === undefined) throw new Error(`${JSON.stringify(text)} must be OPTION=CHOICE`);
  return [option, choice];
}

/**
 * The objects of one server whose user chose a profile, or takes the default one, with choices as `OPTION=CHOICE`.
 * @throws where there is no such profile, option or choice
 */
export function chosenObjects(
  hub: Hub,
  server: Server,
  slug: string | undefined,
  choices: readonly string[],
): Record<string, UserObjects> {
  const maker = new UserObjectMaker(hub);
  const profiles = readProfiles(maker.spawner(server).get('profile_list'));
  const profile = profiles.find((one) => (slug === undefined ? one.isDefault : one.slug === slug));
  if (!profiles.length) throw new Error('there are no profiles');
  if (!profile)
    throw new Error(`no profile has the slug ${slug}; there are ${namesIn(profiles.map((one) => one.slug))}`);
  const chosen = choices.map(parseChoice);
  const options = chosen.map(([name, choice]) => {
    const option = profile.options.find((one) => one.name === name);
    if (!option) {
      const names = namesIn(profile.options.map((one) => one.name));
      throw new Error(`the profile ${profile.slug} has no option ${name}; it has: ${names}`);
    }
    return option.choices.some((one) => one.name === choice) || !option.unlisted
      ? [name, choice]
      : [`${name}--unlisted-choice`, choice];
  });
  const asked = { profile: profile.slug, ...(Object.fromEntries(options) as Record<string, string>) };
  return { [profileKey(profile.slug, Object.fromEntries(chosen))]: maker.objects(server, asked) };
}

function namesIn(names: readonly string[]): string {
  return names.length ? names.join(', ') : 'none';
}
