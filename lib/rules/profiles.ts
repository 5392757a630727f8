import { entriesOf, hasKey, isMap, nonEmpty, Path, Tree } from '../data/maps';
import { nearest } from '../data/nearest';
import { didYouMean } from '../data/words';
import { isSpawnerTrait, spawnerTraitNames } from '../options/spawner/traits';
import { mapsOf, show } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';
import { slugify } from '../user-pods/slugify';
import { traitsOf } from '../jupyterhub/classes';
import { mayRunOwnCode } from '../components/hub/config-values';

/** A profile, an option's choice, or an unlisted choice: what may have a `kubespawner_override`. */
interface Overriding {
  readonly path: Path;
  readonly own: Tree;
}

interface Option extends Overriding {
  readonly choices: readonly Overriding[];
  readonly unlisted?: Overriding;
}

interface ProfileEntry extends Overriding {
  readonly options: readonly Option[];
}

function optionOf(path: Path, own: Tree): Option {
  const choices = mapsOf(own.choices, [...path, 'choices']).map(([here, choice]) => ({ path: here, own: choice }));
  const unlisted = isMap(own.unlisted_choice)
    ? { path: [...path, 'unlisted_choice'], own: own.unlisted_choice }
    : undefined;
  return { path, own, choices, unlisted };
}

/** The list of profiles as KubeSpawner reads it. */
export function profilesOf(model: Model): ProfileEntry[] {
  const { path, value } = model.serverTraits.get('profile_list') ?? model.trait('KubeSpawner', 'profile_list');
  return mapsOf(value, path).map(([here, own]) => ({
    path: here,
    own,
    options: mapsOf(own.profile_options, [...here, 'profile_options']).map(([place, option]) =>
      optionOf(place, option),
    ),
  }));
}

/** Everything in it that may override traits. */
export function overridingOf(model: Model): Overriding[] {
  return profilesOf(model).flatMap((profile) => [
    profile,
    ...profile.options.flatMap(({ choices, unlisted }) => [...choices, ...(unlisted ? [unlisted] : [])]),
  ]);
}

/** Keys that belong beside `kubespawner_override`, and are found in it. */
const BESIDE = ['default', 'display_name', 'description', 'slug', 'profile_options', 'choices'];

function checkOverride({ own, path }: Overriding, report: Report): void {
  for (const [here, value, name] of entriesOf(own.kubespawner_override, [...path, 'kubespawner_override'])) {
    if (isSpawnerTrait(name)) continue;
    if (BESIDE.includes(name)) {
      report(here, 'has no effect here', { mend: 'put it one level up, beside kubespawner_override' });
      continue;
    }
    const near = nearest(name, spawnerTraitNames());
    report(here, 'is no trait of KubeSpawner', {
      // KubeSpawner sets an attribute that nothing reads; into a map it wants to merge, which is not there.
      effect: isMap(value) ? 'no such server starts' : 'it has no effect',
      mend: didYouMean(near),
    });
  }
}

function checkDefaults(all: readonly Overriding[], report: Report): void {
  const defaults = all.filter(({ own }) => nonEmpty(own.default));
  const [first] = defaults;
  for (const { path } of defaults.slice(1)) {
    report([...path, 'default'], (nameOf) => `${nameOf(first.path)} is the default already`);
  }
}

/** What KubeSpawner and the form's template read of a profile, an option and a choice. */
const PROFILE_KEYS = ['display_name', 'slug', 'description', 'default', 'kubespawner_override', 'profile_options'];
const OPTION_KEYS = ['display_name', 'choices', 'unlisted_choice', 'description', 'default'];
const CHOICE_KEYS = ['display_name', 'default', 'kubespawner_override', 'description'];

function checkKeys({ own, path }: Overriding, known: readonly string[], report: Report): void {
  for (const name of Object.keys(own).filter((key) => !known.includes(key))) {
    const isTrait = isSpawnerTrait(name) && known.includes('kubespawner_override');
    const near = nearest(name, known);
    report([...path, name], 'is read by nobody', {
      mend: isTrait ? 'put it into kubespawner_override' : didYouMean(near),
    });
  }
}

/** Whether keys of the deployment's own may be read: by a form, or by Python. */
function hasOwnForm(model: Model): boolean {
  const { KubeSpawner: traits = {} } = model.traits;
  const isSet = (trait: string) => nonEmpty(traits[trait]) !== undefined;
  const forms = ['profile_form_template', 'additional_profile_form_template_paths', 'options_form'];
  return forms.some(isSet) || mayBeReadInPython(model);
}

/** Whether Python of the deployment's own may read profiles. */
function mayBeReadInPython({ props, installation }: Model): boolean {
  const texts = [...Object.values(props.hub.extraConfig ?? {}), ...Object.values(props.hub.extraFiles ?? {})];
  return mayRunOwnCode(installation) && texts.length > 0;
}

function checkProfileKeys(model: Model, report: Report): void {
  if (hasOwnForm(model)) return;
  for (const profile of profilesOf(model)) {
    checkKeys(profile, PROFILE_KEYS, report);
    for (const option of profile.options) {
      checkKeys(option, OPTION_KEYS, report);
      for (const choice of option.choices) checkKeys(choice, CHOICE_KEYS, report);
    }
  }
}

function checkSlugs(model: Model, report: Report): void {
  const seen = new Map<string, Overriding>();
  for (const profile of profilesOf(model)) {
    const { slug, display_name: name } = profile.own;
    if (typeof slug !== 'string' && typeof name !== 'string') continue;
    const key = String(nonEmpty(slug) ?? slugify(String(name)));
    const first = seen.get(key);
    if (first) report(profile.path, (nameOf) => `has the slug ${show(key)}, which ${nameOf(first.path)} has already`);
    else seen.set(key, profile);
  }
}

/** Whether mounts given as a list, which replaces all others, leave the home out. */
function losesHome({ own }: Overriding, home: string): boolean {
  const mounts = isMap(own.kubespawner_override) ? own.kubespawner_override.volume_mounts : undefined;
  return Array.isArray(mounts) && !mounts.some((mount) => isMap(mount) && mount.mountPath === home);
}

export const PROFILE_RULES: readonly Rule[] = [
  {
    id: 'profiles/unknown-key',
    severity: 'warning',
    title: 'A key of a profile, an option or a choice that nobody reads',
    effect: 'it has no effect',
    mend: '',
    check: checkProfileKeys,
  },
  {
    id: 'profiles/null-override',
    severity: 'warning',
    title: 'A kubespawner_override without content',
    effect: 'no such server starts',
    mend: 'leave it out, or write {}',
    check: (model, report) => {
      for (const { path, own } of overridingOf(model)) {
        if (hasKey(own, 'kubespawner_override') && !isMap(own.kubespawner_override))
          report([...path, 'kubespawner_override'], `must be a map, but is ${show(own.kubespawner_override)}`);
      }
    },
  },
  {
    id: 'profiles/slug-twice',
    severity: 'warning',
    title: 'Two profiles of one slug',
    effect: 'who chooses it gets the other one',
    mend: 'give each a slug of its own',
    check: checkSlugs,
  },
  {
    id: 'profiles/early-trait',
    severity: 'warning',
    title: 'An override of a trait that is read before a profile is applied',
    effect: 'it has no effect',
    mend: '',
    check: (model, report) => {
      for (const { path, own } of overridingOf(model)) {
        for (const [here, , name] of entriesOf(own.kubespawner_override, [...path, 'kubespawner_override'])) {
          if (traitsOf('KubeSpawner').get(name)?.early)
            report(here, 'is read when the spawner is made, before a profile is applied');
        }
      }
    },
  },
  {
    id: 'profiles/two-defaults',
    severity: 'warning',
    title: 'Two profiles, or two choices of an option, are the default',
    effect: 'the first one counts',
    mend: 'leave default: true at one of them',
    check: (model, report) => {
      const profiles = profilesOf(model);
      checkDefaults(profiles, report);
      for (const { choices } of profiles.flatMap(({ options }) => options)) checkDefaults(choices, report);
    },
  },
  {
    id: 'profiles/unknown-override',
    severity: 'warning',
    title: 'An override that KubeSpawner does not know',
    effect: '',
    mend: '',
    check: (model, report) => {
      for (const overriding of overridingOf(model)) checkOverride(overriding, report);
    },
  },
  {
    id: 'profiles/option-without-choices',
    severity: 'warning',
    title: 'An option of a profile with nothing to choose from',
    effect: '',
    mend: 'give it choices, or an unlisted_choice with enabled: true',
    check: (model, report) => {
      for (const { path, choices, unlisted } of profilesOf(model).flatMap(({ options }) => options)) {
        if (!choices.length && !nonEmpty(unlisted?.own.enabled)) report(path, 'has nothing to choose from');
      }
    },
  },
  {
    id: 'profiles/home-not-mounted',
    severity: 'warning',
    title: 'The mounts of a profile replace that of the home',
    effect: 'what users write in their home is lost when the server stops',
    mend: 'mount the home there too',
    check: (model, report) => {
      const { type, homeMountPath } = model.props.spawner.storage;
      if (type === 'none') return;
      for (const overriding of overridingOf(model).filter((one) => losesHome(one, homeMountPath))) {
        report(
          [...overriding.path, 'kubespawner_override', 'volume_mounts'],
          `replaces all other mounts, and none of it is at ${show(homeMountPath)}`,
        );
      }
    },
  },
];
