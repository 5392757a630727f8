import { isMap, Path } from '../data/maps';
import { at as valueIn } from './lookup';
import { readProfiles } from '../user-pods/profiles';
import { SpawnError } from '../user-pods/spawn-error';
import { Model } from './model';
import { profilesOf } from './profiles';
import { Report, Rule } from './rule';
import { madePod, pathOf, Server, serversOf } from './servers';
import { hasKnownPackages } from './traits';

/** What KubeSpawner raises an error for when it does some work; undefined where it does it. */
function errorOf(work: () => unknown): SpawnError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof SpawnError) return error;
    throw error;
  }
}

/** The option that an error of a server is about: what the server sets itself, or what it has from all. */
function placeOf(model: Model, server: Server, { path: [trait, ...below] }: SpawnError): Path {
  if (trait === undefined) return server.path;
  const name = String(trait);
  const isOwn = server.of !== undefined && isMap(server.own) && name in server.own;
  const start = pathOf(model, isOwn || !server.of ? server : serversOf(model)[0], name);
  // Only as far as the option has it: a trait may be made of several.
  return valueIn(model.props, [...start, ...below]) === undefined ? start : [...start, ...below];
}

function checkServers(model: Model, report: Report): void {
  const [all, ...others] = serversOf(model);
  const ofAll = errorOf(() => madePod(model, all));
  if (ofAll) return report(placeOf(model, all, ofAll), ofAll.problem);
  const profiles = model.serverTraits.get('profile_list');
  const unreadable = errorOf(() => readProfiles(profiles?.value));
  if (unreadable && profiles) return report([...profiles.path, ...unreadable.path.slice(1)], unreadable.problem);
  for (const server of others) {
    const error = errorOf(() => madePod(model, server));
    if (error) report(placeOf(model, server, error), error.problem, { effect: 'no such server starts' });
  }
  for (const { path, own } of profilesOf(model)) {
    if (own.display_name === undefined)
      report([...path, 'display_name'], 'is missing', { effect: 'no such server starts' });
  }
}

/** Whatever else KubeSpawner raises an error for. */
export const SPAWNING_RULES: readonly Rule[] = [
  {
    id: 'user-pod/not-made',
    severity: 'warning',
    title: 'Traits and profiles that KubeSpawner makes no pod of',
    effect: 'no server starts',
    mend: '',
    isLast: true,
    check: (model, report) => {
      if (hasKnownPackages(model)) checkServers(model, report);
    },
  },
];
