import { isMap } from '../data/maps';
import { nearest } from '../data/nearest';
import { classReferredTo, traitClasses, traitsOf } from '../jupyterhub/classes';
import { ENTRY_POINTS, PACKAGES } from '../jupyterhub/tables';
import { authenticatorOf } from './access/authenticator';
import { show } from './lookup';
import { Model } from './model';
import { profilesOf } from './profiles';
import { pythonPattern } from './python-pattern';
import { NOT_STARTING, Report, Rule } from './rule';
import { hasKnownPackages } from './traits';

/** Names that JupyterHub knows classes by, for each trait that refers to one. */
const REFERENCES = [
  ['authenticator_class', 'authenticators'],
  ['spawner_class', 'spawners'],
] as const;

/** Names that packages import classes by beside their own. */
const OTHER_NAMES = ['ltiauthenticator.LTIAuthenticator'];

/** Whether there may be a class of the name: a module that is not among the packages is one's own. */
function mayExist(reference: string, kind: keyof typeof ENTRY_POINTS): boolean {
  if (classReferredTo(reference, kind) !== undefined || OTHER_NAMES.includes(reference)) return true;
  const [top, ...rest] = reference.split(/[.:]/);
  return rest.length > 0 && !Object.keys(PACKAGES).includes(top);
}

function checkReference(model: Model, trait: string, kind: keyof typeof ENTRY_POINTS, report: Report): void {
  const reference = model.traits.JupyterHub?.[trait];
  if (typeof reference !== 'string' || reference === '' || mayExist(reference, kind)) return;
  const last = reference.slice(Math.max(reference.lastIndexOf('.'), reference.lastIndexOf(':')) + 1);
  const dotted = [...traitClasses().values()].flatMap(({ importable }) => importable);
  const exact = dotted.find((name) => name.toLowerCase().endsWith(`.${last.toLowerCase()}`));
  const near = exact ?? nearest(reference, Object.keys(ENTRY_POINTS[kind]), 2);
  const path =
    trait === 'authenticator_class' ? ['authenticator', 'authenticatorClass'] : ['hub', 'config', 'JupyterHub', trait];
  report(path, `${show(reference)} is no class that the hub can import`, {
    mend: near === undefined ? '' : `did you mean ${near}?`,
  });
}

/** Names of users and a pattern, and whether JupyterHub refuses one of them when it starts. */
function checkUsernames(model: Model, report: Report): void {
  const authenticator = authenticatorOf(model.traits);
  const pattern = authenticator?.find('username_pattern');
  if (!authenticator || typeof pattern?.value !== 'string' || pattern.value === '') return;
  const expression = pythonPattern(pattern.value);
  if (!expression) return;
  for (const trait of ['admin_users', 'allowed_users']) {
    const set = authenticator.find(trait);
    const refused = authenticator.names(trait).find((name) => !expression.match(name.toLowerCase()));
    if (set && refused !== undefined)
      report(['authenticator', set.section, set.name], `${show(refused)} does not match username_pattern`);
  }
}

function checkPatterns(model: Model, report: Report): void {
  for (const [section, traits] of Object.entries(model.traits)) {
    const pattern = traits.username_pattern;
    if (typeof pattern !== 'string' || !traitsOf(section).has('username_pattern') || pythonPattern(pattern)) continue;
    report(['authenticator', section, 'username_pattern'], `${show(pattern)} is no regular expression`);
  }
  for (const { unlisted } of profilesOf(model).flatMap(({ options }) => options)) {
    const pattern = unlisted?.own.validation_regex;
    if (!unlisted || typeof pattern !== 'string' || pythonPattern(pattern)) continue;
    report([...unlisted.path, 'validation_regex'], `${show(pattern)} is no regular expression`, {
      effect: 'no such server starts',
    });
  }
}

/** Traits that are a list of names, each of which is one word. */
const NAMES = /^((allowed|admin|blocked)_(\w+_)?(users|groups|organizations|teams|domains)|hosted_domain|scope)$/;

function checkLists(model: Model, report: Report): void {
  for (const [section, traits] of Object.entries(model.traits)) {
    if (!/Authenticator$/.test(section)) continue;
    for (const [name, value] of Object.entries(traits)) {
      const kind = traitsOf(section).get(name)?.kind.is;
      if (!NAMES.test(name) || (kind !== 'list' && kind !== 'set')) continue;
      if (typeof value === 'string' && /[,\s]/.test(value.trim()))
        report(['authenticator', section, name], `${show(value)} is one name`);
    }
  }
}

/** What JupyterHub looks up or reads when it starts: classes, patterns, names. */
export const CLASS_RULES: readonly Rule[] = [
  {
    id: 'traits/unknown-class',
    severity: 'warning',
    title: 'An authenticator or spawner that there is not',
    effect: NOT_STARTING,
    mend: '',
    check: (model, report) => {
      if (!hasKnownPackages(model)) return;
      for (const [trait, kind] of REFERENCES) checkReference(model, trait, kind, report);
    },
  },
  {
    id: 'traits/pattern',
    severity: 'warning',
    title: 'A regular expression that Python does not read',
    effect: NOT_STARTING,
    mend: '',
    check: checkPatterns,
  },
  {
    id: 'access/username-pattern',
    severity: 'warning',
    title: 'A user whose name the pattern of names does not allow',
    effect: NOT_STARTING,
    mend: 'change the name, or the pattern',
    check: checkUsernames,
  },
  {
    id: 'access/names-in-one-string',
    severity: 'warning',
    title: 'Several names in one string',
    effect: 'JupyterHub takes the whole string for one name, which nobody has',
    mend: 'write a list, an item a name',
    check: checkLists,
  },
  {
    id: 'profiles/choice-without-name',
    severity: 'note',
    title: 'A choice without a name',
    effect: 'users see an empty line',
    mend: 'give it a display_name',
    check: (model, report) => {
      const choices = profilesOf(model).flatMap(({ options }) => options.flatMap((option) => option.choices));
      for (const { path, own } of choices) {
        if (isMap(own) && own.display_name === undefined) report([...path, 'display_name'], 'is missing');
      }
    },
  },
];
