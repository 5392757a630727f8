import { hasKey, isMap, Tree } from '../data/maps';
import { nearest } from '../data/nearest';
import { didYouMean } from '../data/words';
import { acceptTrait } from '../jupyterhub/accept';
import { byteCount } from '../jupyterhub/byte-count';
import { renamedTraits, traitClasses, traitsOf } from '../jupyterhub/classes';
import { describeTrait } from '../jupyterhub/describe';
import { HUB_DEFAULTS } from '../options/hub/defaults';
import { SecretValue } from '../secrets/secret-value';
import { show } from './lookup';
import { Model } from './model';
import { overridingOf } from './profiles';
import { Details, NOT_STARTING, Report, Rule } from './rule';
import { pathOf, serversOf } from './servers';

/** Whether the hub runs the packages that the tables are made of: its image is the chart's. */
export function hasKnownPackages({ props }: Model): boolean {
  const { name, tag } = props.hub.image;
  return name === HUB_DEFAULTS.image.name && tag === HUB_DEFAULTS.image.tag;
}

function holdsSecret(value: unknown): boolean {
  if (value instanceof SecretValue) return true;
  if (Array.isArray(value)) return value.some(holdsSecret);
  return isMap(value) && Object.values(value).some(holdsSecret);
}

/** Amounts as Kubernetes writes them, which JupyterHub does not read. */
function mendOf(trait: string, value: unknown): string {
  if (typeof value !== 'string') return '';
  const [, amount, unit] = /^([\d.]+)([KMGT])i$/.exec(value) ?? [];
  if (/^mem_/.test(trait) && unit) return `write ${amount}${unit}, which is the same number of bytes`;
  const [, milli] = /^(\d+)m$/.exec(value) ?? [];
  if (/^cpu_/.test(trait) && milli) return `write ${Number(milli) / 1000}`;
  return /^-?\d+(\.\d+)?$/.test(value) ? 'take the quotes away' : '';
}

function effectOf(section: string): string {
  if (/Spawner$/.test(section)) return 'no server starts';
  return /^JupyterHub$|Authenticator$/.test(section) ? NOT_STARTING : 'JupyterHub refuses it';
}

function checkKind(
  section: string,
  name: string,
  value: unknown,
  tell: (what: string, details: Details) => void,
): void {
  const trait = traitsOf(section).get(renamedTraits(section).get(name)?.to ?? name);
  // Of a secret, and of what a class makes of a value itself, nothing can be told.
  if (!trait || trait.validated || holdsSecret(value) || acceptTrait(trait, value)) return;
  // These are told of by rules of their own, with the very item.
  if (name === 'profile_list' || name === 'environment') return;
  tell(`must be ${describeTrait(trait)}, but is ${show(value)}`, {
    effect: effectOf(section),
    mend: mendOf(name, value),
  });
}

function checkKinds(model: Model, report: Report): void {
  for (const [section, traits] of Object.entries(model.traits)) {
    for (const [name, value] of Object.entries(traits)) {
      checkKind(section, name, value, (what, details) => report(model.pathOfTrait(section, name), what, details));
    }
  }
  for (const { section, name, value, path } of model.pythonTraits) {
    checkKind(section, name, value, (what, details) => report(path, `${section}.${name} ${what}`, details));
  }
  for (const { path, own } of overridingOf(model)) {
    if (!isMap(own.kubespawner_override)) continue;
    for (const [name, value] of Object.entries(own.kubespawner_override)) {
      // The text that a user writes is filled in later.
      if (typeof value === 'string' && value.includes('{value}')) continue;
      const here = [...path, 'kubespawner_override', name];
      checkKind('KubeSpawner', name, value, (what, details) =>
        report(here, what, { ...details, effect: 'no such server starts' }),
      );
    }
  }
}

/** Sections of `hub.config` and of the authenticator, as they are given. */
function givenSections({ props }: Model): [section: string, traits: Tree][] {
  const own = { ...(props.hub.config as Tree | undefined), ...(props.authenticator._config as Tree) };
  return Object.entries(own).flatMap(([section, traits]): [string, Tree][] =>
    isMap(traits) ? [[section, traits]] : [],
  );
}

/** The names of the classes that the hub is told to use. */
function classesOf({ traits }: Model): string[] {
  const { authenticator_class: authenticator, spawner_class: spawner } = traits.JupyterHub ?? {};
  return [authenticator, spawner].map((reference) => String(reference).split(/[.:]/).pop() ?? '');
}

function checkUnknown(model: Model, report: Report): void {
  const ownClasses = classesOf(model);
  for (const [section, traits] of givenSections(model)) {
    const known = traitsOf(section);
    if (!traitClasses().has(section)) {
      const near = nearest(section, [...traitClasses().keys()], 2);
      // A class of one's own often has the name of its base, with something before it.
      if (near !== undefined && !section.endsWith(near) && !ownClasses.includes(section))
        report(model.pathOfTrait(section, '').slice(0, -1), 'is no class of the hub', {
          mend: didYouMean(near),
        });
      continue;
    }
    for (const name of Object.keys(traits)) {
      if (known.has(name) || (section === 'JupyterHub' && name === 'services')) continue;
      const renamed = renamedTraits(section).get(name);
      if (renamed && !renamed.refused) continue;
      const near = renamed?.to ?? nearest(name, [...known.keys()]);
      report(model.pathOfTrait(section, name), `is no trait of ${section}`, {
        effect: renamed ? NOT_STARTING : 'it is ignored',
        mend: renamed ? `it is called ${renamed.to} now` : didYouMean(near),
      });
    }
  }
}

/** The amount of bytes or cores of a trait; undefined where it is none. */
function amount(trait: string, value: unknown): number | undefined {
  if (value === null || value === undefined || value === false) return undefined;
  if (/^mem_/.test(trait)) return byteCount(value)?.value;
  return typeof value === 'number' ? value : undefined;
}

const RESOURCES = [
  ['mem_guarantee', 'mem_limit'],
  ['cpu_guarantee', 'cpu_limit'],
] as const;

function checkLimits(model: Model, report: Report): void {
  for (const server of serversOf(model)) {
    for (const [guarantee, limit] of RESOURCES) {
      const [least, most] = [guarantee, limit].map((trait) => amount(trait, server.traits[trait]));
      if (!least || !most || least <= most) continue;
      const own = server.own;
      // Of what another server has already, that one tells.
      if (server.of && own && !hasKey(own, guarantee) && !hasKey(own, limit)) continue;
      const at = server.of && own && !hasKey(own, limit) ? guarantee : limit;
      const [is, other] = at === limit ? ['below', guarantee] : ['above', limit];
      report(
        pathOf(model, server, at),
        `${show(server.traits[at])} is ${is} the ${other === guarantee ? 'guarantee' : 'limit'} of ${show(server.traits[other])}`,
        server.of ? { effect: 'no such server starts: Kubernetes refuses the pod' } : undefined,
      );
    }
  }
}

export const TRAIT_RULES: readonly Rule[] = [
  {
    id: 'traits/kind',
    severity: 'warning',
    title: 'A trait whose value is not of its kind',
    effect: '',
    mend: '',
    check: (model, report) => {
      if (hasKnownPackages(model)) checkKinds(model, report);
    },
  },
  {
    id: 'traits/unknown',
    severity: 'warning',
    title: 'A trait or a class that the hub does not know',
    effect: 'it is ignored',
    mend: '',
    check: (model, report) => {
      if (hasKnownPackages(model)) checkUnknown(model, report);
    },
  },
  {
    id: 'user-pod/guarantee-over-limit',
    severity: 'warning',
    title: 'A guarantee that is above the limit',
    effect: 'no server starts: Kubernetes refuses the pod',
    mend: 'raise the limit, or lower the guarantee',
    check: checkLimits,
  },
];
