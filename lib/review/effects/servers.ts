import { mapOf, mapsIn, Tree, valueAt } from '../../data/maps';
import { DescribedHub } from '../../hubs/hub';
import { SAMPLE_SERVERS, sampleObjects } from '../../user-pods/sample';
import { UserObjects } from '../../user-pods/user-objects';
import { Difference, differences, isSame } from '../stored/difference';

/** What a server gets, in a few words. */
export interface ServerFacts {
  readonly memory: string;
  readonly cpu: string;
  readonly others: string;
  readonly image: string;
  /** Why no server starts. */
  readonly error?: string;
}

/** A server by default or with a profile, before and after. */
export interface ServerChange {
  /** As `user-pods` names it: the user, or `profile SLUG OPTION=CHOICE`. */
  readonly key: string;
  readonly before?: ServerFacts;
  readonly after?: ServerFacts;
  readonly differences: readonly Difference[];
}

/** The container that users work in. */
export function serverContainer(objects: UserObjects | undefined): Tree {
  if (!objects || 'error' in objects) return {};
  return mapsIn(valueAt(objects.pod, ['spec', 'containers']))[0] ?? {};
}

const UNITS = ['', ' KiB', ' MiB', ' GiB', ' TiB'];

/** A number of bytes as people write it; anything else as it is. */
function inUnits(value: unknown): unknown {
  if (typeof value !== 'number' || !Number.isInteger(value)) return value;
  let [size, unit] = [value, 0];
  while (size >= 1024 && unit < UNITS.length - 1) [size, unit] = [size / 1024, unit + 1];
  return `${Number(size.toFixed(2))}${UNITS[unit]}`;
}

/** `1 GiB to 2 GiB`, or one of them: guaranteed and at most. */
function span(resources: Tree, name: string): string {
  const [least, most] = ['requests', 'limits']
    .map((part) => mapOf(resources[part])[name])
    .map((value) => (name === 'memory' ? inUnits(value) : value));
  if (least === undefined && most === undefined) return 'any';
  if (least === undefined || least === most) return String(most);
  return most === undefined ? `${String(least)} or more` : `${String(least)} to ${String(most)}`;
}

function otherResources(resources: Tree): string {
  const all = { ...mapOf(resources.requests), ...mapOf(resources.limits) };
  return Object.entries(all)
    .filter(([name]) => name !== 'memory' && name !== 'cpu')
    .map(([name, value]) => `${String(value)} ${name}`)
    .sort()
    .join(', ');
}

function factsOf(objects: UserObjects | undefined): ServerFacts | undefined {
  if (!objects) return undefined;
  const container = serverContainer(objects);
  const resources = mapOf(container.resources);
  return {
    memory: span(resources, 'memory'),
    cpu: span(resources, 'cpu'),
    others: otherResources(resources),
    image: String(container.image ?? ''),
    ...('error' in objects && { error: objects.error }),
  };
}

const [USER] = SAMPLE_SERVERS;

/** The pods and claims of sample users, by default and with every profile and choice. */
export function serversOf(hub: DescribedHub | undefined): Readonly<Record<string, UserObjects>> {
  return hub ? sampleObjects(hub.hub) : {};
}

/** Variables that repeat what stands elsewhere in the pod. */
const REPEATED = /^(JUPYTER_IMAGE(_SPEC)?|(MEM|CPU)_(LIMIT|GUARANTEE))$/;

function podDifferences(before: UserObjects | undefined, after: UserObjects | undefined): readonly Difference[] {
  if (!before || !after || 'error' in before || 'error' in after) return [];
  return differences(before, after).filter(
    ({ path }) => !(path.includes('env') && path.some((key) => REPEATED.test(String(key)))),
  );
}

/** Servers of one user that differ: by default, and with each profile and choice. */
export function serverChanges(
  before: Readonly<Record<string, UserObjects>>,
  after: Readonly<Record<string, UserObjects>>,
): readonly ServerChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => key === USER.user || key.startsWith('profile '))
    .map((key) => ({
      key,
      before: factsOf(before[key]),
      after: factsOf(after[key]),
      differences: podDifferences(before[key], after[key]),
    }))
    .filter(({ before: old, after: now, differences: found }) => found.length || !isSame(old, now));
}
