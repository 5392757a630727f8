import { isMap, mapValues, sortKeys, Tree, withoutUndefined } from '../../data/maps';
import { Installation, oncePerInstallation } from '../../release/installation';
import { Profile } from '../../options/spawner/profile';
import {
  ProfileChoiceProps,
  ProfileOptionProps,
  ProfileProps,
  UnlistedChoiceProps,
} from '../../options/spawner/profile-props';
import { snakeCase } from '../../options/wire/case';
import { Wire } from '../../kubernetes/wire';
import { spawnerTraits } from './configuration';
import { fileSets, Place } from './files';
import { addedTo, applyOverride, Before, overrideOf, Owner, ownTraits, storageAfter } from './override';
import { variableSources } from './server';

/** A choice of an option, and what its servers get. */
interface Choice {
  readonly option: string;
  readonly choice: string;
  readonly server: Tree;
}

/** Makes the owner of an override: of a profile, or of a choice in it. */
type OwnerOf = (server: Tree, option?: string, choice?: string) => Owner;

function ownersOf(installation: Installation, profile: number, options: readonly string[]): OwnerOf {
  return (server, option, choice) => {
    const isChoice = option !== undefined && choice !== undefined;
    const place: Place = isChoice ? [profile, option, choice] : [profile];
    return {
      server,
      prefix: isChoice ? `profile/${option}/` : 'profile/',
      files: fileSets(installation).of(place),
      // Names of volumes are short, and of few characters.
      filesVolume: isChoice ? `option-${options.indexOf(option)}-files` : 'profile-files',
      filesSecret: installation.names.singleuser,
    };
  };
}

/** Names that stand in several lists. */
function repeated(lists: readonly (readonly string[])[]): string[] {
  const all = lists.flatMap((names) => [...new Set(names)]);
  return [...new Set(all.filter((name, index) => all.indexOf(name) !== index))];
}

const PULL_SECRETS = 'imagePullSecrets';

/**
 * KubeSpawner knows pull secrets as a list, which the choice of one option would replace with that of another: where several options have some, the profile
 * has them all.
 */
function pullSecretsTogether(profile: Tree, choices: readonly Choice[]): { profile: Tree; choices: readonly Choice[] } {
  const having = choices.filter(({ server }) => PULL_SECRETS in server);
  if (new Set(having.map(({ option }) => option)).size < 2) return { profile, choices };
  const secrets = [profile, ...having.map(({ server }) => server)].flatMap(
    (own) => (own[PULL_SECRETS] ?? []) as string[],
  );
  return {
    profile: { ...profile, [PULL_SECRETS]: [...new Set(secrets)] },
    choices: choices.map((choice) => ({ ...choice, server: { ...choice.server, [PULL_SECRETS]: undefined } })),
  };
}

/** Options of a server alone: what a choice has beside them is its own. */
function serverOf({ displayName, default: isDefault, extra, ...server }: Wire<ProfileChoiceProps>): Tree {
  return server as Tree;
}

/** The overrides of a profile and of its choices, by option and choice. */
function overrides(props: Tree, options: Wire<NonNullable<ProfileProps['options']>>, base: Before, ownerOf: OwnerOf) {
  const all = Object.entries(options).flatMap(([option, own]) =>
    Object.entries(own.choices ?? {}).map(([choice, server]) => ({ option, choice, server: serverOf(server) })),
  );
  const { profile, choices } = pullSecretsTogether(props, all);
  const storage = storageAfter(base, ownerOf(profile));
  const sets = choices.map((one) => {
    const owner = ownerOf(one.server, one.option, one.choice);
    return { ...one, owner, traits: ownTraits(owner, { ...base, storage }) };
  });
  const byOption = Object.keys(options).map((option) => sets.filter((set) => set.option === option));
  const shared = repeated(byOption.map((own) => own.flatMap(({ traits }) => addedTo(traits))));
  const ofProfile = overrideOf(ownerOf(profile), base, [], shared);
  const before = { ...base, storage, traits: applyOverride(base.traits, ofProfile) };
  const ofChoice = (option: string, choice: string) => {
    const own = sets.find((set) => set.option === option && set.choice === choice);
    const others = sets.filter((set) => set.option !== option).map(({ traits }) => traits);
    return own && overrideOf(own.owner, before, others);
  };
  return { ofProfile, ofChoice };
}

function unlistedChoiceEntry({ extra, traits, ...own }: Wire<UnlistedChoiceProps>): Tree {
  const named = Object.entries(own).map(([name, value]) => [snakeCase(name), value]);
  return withoutUndefined({ ...Object.fromEntries(named), kubespawner_override: traits, ...extra });
}

/** A typed profile as KubeSpawner reads it. */
function typedEntry(displayName: string, props: Wire<ProfileProps>, base: Before, ownerOf: OwnerOf): Tree {
  const { slug, description, default: isDefault, options, extra, ...server } = props;
  const { ofProfile, ofChoice } = overrides(server as Tree, options ?? {}, base, ownerOf);
  const choiceEntry = (own: Wire<ProfileChoiceProps>, option: string, choice: string) =>
    withoutUndefined({
      display_name: own.displayName,
      default: own.default,
      kubespawner_override: ofChoice(option, choice),
      ...own.extra,
    });
  const optionEntry = (own: Wire<ProfileOptionProps>, option: string) =>
    withoutUndefined({
      display_name: own.displayName,
      choices: own.choices && mapValues(own.choices, (choice, key) => choiceEntry(choice, option, key)),
      unlisted_choice: own.unlistedChoice && unlistedChoiceEntry(own.unlistedChoice),
      ...own.extra,
    });
  return withoutUndefined({
    display_name: displayName,
    slug,
    description,
    default: isDefault,
    kubespawner_override: ofProfile,
    profile_options: options && mapValues(options, optionEntry),
    ...extra,
  });
}

/** A map whose keys stay in the order given, each value in order by a function of its own. */
function keepOrder(map: unknown, order: (value: Tree) => Tree): unknown {
  if (!isMap(map)) return map;
  return mapValues(map, (value) => (isMap(value) ? order(value) : value));
}

function inOrder(profile: Tree): Tree {
  const option = (entry: Tree): Tree =>
    'choices' in entry ? { ...sortKeys(entry), choices: keepOrder(entry.choices, sortKeys) } : sortKeys(entry);
  if (!('profile_options' in profile)) return sortKeys(profile);
  return { ...sortKeys(profile), profile_options: keepOrder(profile.profile_options, option) };
}

/** What all servers have, and profiles change: the last word of `hub.config` included. */
export function serverBase(installation: Installation): Before {
  const { hub, spawner } = installation.props;
  const passedThrough: unknown = (hub.config as Tree | undefined)?.KubeSpawner;
  return {
    traits: { ...spawnerTraits(installation).KubeSpawner, ...(isMap(passedThrough) && passedThrough) },
    storage: spawner.storage,
    sources: variableSources(spawner.profiles),
  };
}

/** The entries of `profile_list`. Keys are in order, but for those of options and choices, which users see in the order given. */
export const profileList = oncePerInstallation((installation): Tree[] => {
  const base = serverBase(installation);
  const profiles: readonly Profile[] = installation.props.spawner.profiles ?? [];
  return profiles.map(({ displayName, _props, _wire }, index) => {
    if (!_props) return inOrder(_wire ?? {});
    return inOrder(
      typedEntry(displayName, _props, base, ownersOf(installation, index, Object.keys(_props.options ?? {}))),
    );
  });
});
