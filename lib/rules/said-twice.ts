import { spawnerTraits } from '../components/spawner/configuration';
import { isMap, mapOf, nonEmpty, Tree } from '../data/maps';
import { sectionsOf, traitsOf } from '../jupyterhub/classes';
import { SERVER_OPTION_OF_TRAIT } from '../options/spawner/server-traits';
import { Installation } from '../release/installation';
import { Traits } from '../release/traits';
import { authenticatorOf } from './access/authenticator';
import { at, show } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Traits of users' servers that options of a release which says nothing make. */
function defaultTraits({ installation }: Model): Tree {
  const { release, namespace, props } = installation;
  const bare = new Installation({ release, namespace, authenticator: props.authenticator });
  return mapOf(spawnerTraits(bare).KubeSpawner);
}

/** Traits that other rules tell of where they replace what options make, and those that are put together of many things. */
const OTHERS = [
  'namespace',
  'common_labels',
  'volumes',
  'volume_mounts',
  'environment',
  'extra_labels',
  'init_containers',
  'tolerations',
];

/** Options of users' servers that somebody has set, and that `hub.config` sets again to something else. */
function checkOptions(model: Model, report: Report): void {
  const given = at(model.props, ['hub', 'config', 'KubeSpawner']);
  if (!isMap(given)) return;
  const [made, byDefault] = [mapOf(spawnerTraits(model.installation).KubeSpawner), defaultTraits(model)];
  for (const [name, value] of Object.entries(given)) {
    const option = SERVER_OPTION_OF_TRAIT.get(name);
    if (OTHERS.includes(name) || option === undefined || nonEmpty(made[name]) === undefined) continue;
    if (isSame(made[name], byDefault[name]) || isSame(made[name], value)) continue;
    report(['hub', 'config', 'KubeSpawner', name], (nameOf) => `counts instead of ${nameOf(`spawner.${option}`)}`);
  }
}

/** Sections whose traits a more special one sets too: `Spawner` beside `KubeSpawner`, `Authenticator` beside the class. */
function checkSections(model: Model, report: Report): void {
  const authenticator = authenticatorOf(model.traits)?.name;
  for (const name of ['KubeSpawner', ...(authenticator === undefined ? [] : [authenticator])]) {
    const [special, ...general] = sectionsOf(name);
    for (const section of general) checkSection(model, special, section, report);
  }
}

function checkSection(model: Model, special: string, section: string, report: Report): void {
  const isSpawner = special === 'KubeSpawner';
  const given: unknown = isSpawner
    ? at(model.props, ['hub', 'config', section])
    : (model.props.authenticator._config as Tree)[section];
  const counting: Traits[string] = model.traits[special] ?? {};
  for (const [name, value] of Object.entries(mapOf(given))) {
    if (!traitsOf(special).has(name) || counting[name] === undefined || counting[name] === null) continue;
    if (isSame(counting[name], value)) continue;
    const path = isSpawner ? ['hub', 'config', section, name] : ['authenticator', section, name];
    const other = model.trait(special, name).path;
    report(path, (nameOf) => `has no effect beside ${nameOf(other)}, ${show(counting[name])}`);
  }
}

/** One fact that is said in two places. */
export const TWICE_RULES: readonly Rule[] = [
  {
    id: 'traits/option-and-trait',
    severity: 'warning',
    title: 'An option, and its trait with another value',
    effect: 'the trait counts, and the option has no effect',
    mend: 'leave one of them out',
    check: checkOptions,
  },
  {
    id: 'traits/general-and-special',
    severity: 'warning',
    title: 'A trait for a class, and for one that is derived from it',
    effect: 'the derived class has the last word',
    mend: 'leave one of them out',
    check: checkSections,
  },
  {
    id: 'traits/services-dropped',
    severity: 'warning',
    title: 'Services as a trait',
    effect: 'it is dropped: there are no such services',
    mend: (option) => `say it by ${option('hub.services')}`,
    check: (model, report) => {
      const path = ['hub', 'config', 'JupyterHub', 'services'];
      if (nonEmpty(at(model.props, path)) !== undefined) report(path, 'is not passed on');
    },
  },
];
