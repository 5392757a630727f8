import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Claim, claimsOfObject, claimsOfRelease } from './claims';
import { AppRule } from '../rules/app';
import { Release } from './release';

/** A construct with objects of a release. */
interface Holding extends IConstruct {
  readonly objects: ApiObject[];
}

/** Components of one release. */
interface Owner {
  /** The construct that they stand in. */
  readonly scope: IConstruct;
  readonly components: Holding[];
}

/** Who has a claim: a release, or an object beside them. */
interface Holder {
  readonly name: string;
  readonly release?: Release;
}

/** A claim that another one has too. */
interface Collision extends Claim {
  readonly other: string;
}

/** How many things are named before the others are counted. */
const NAMED = 3;

/**
 * What the releases of an app have that there can be only one of. It is found in one pass for all of them, however often each is asked: cdk8s
 * validates the whole app again for every chart that it writes.
 */
class Collisions {
  private readonly owners = new Map<Release, Owner>();
  private readonly asked = new Set<Release>();
  private size = -1;
  private revisions = -1;
  private found = new Map<Release, string[]>();

  constructor(private readonly root: IConstruct) {}

  add(release: Release, component: Holding): void {
    const scope = component.node.scope ?? component;
    const known = this.owners.get(release);
    if (!known) scope.node.addValidation({ validate: () => this.of(release) });
    const owner = known ?? { scope, components: [] };
    owner.components.push(component);
    this.owners.set(release, owner);
  }

  /** The collisions of a release with those before it and with other objects. */
  private of(release: Release): string[] {
    // A release that is asked again begins another validation.
    if (!this.asked.size || this.asked.has(release)) this.refresh();
    this.asked.add(release);
    return this.found.get(release) ?? [];
  }

  private refresh(): void {
    this.asked.clear();
    const all = this.root.node.findAll();
    const revisions = [...this.owners.keys()].reduce((sum, release) => sum + release._revision, 0);
    if (all.length === this.size && revisions === this.revisions) return;
    this.size = all.length;
    this.revisions = revisions;
    this.found = this.find(all.filter((node): node is ApiObject => ApiObject.isApiObject(node)));
  }

  private find(all: readonly ApiObject[]): Map<Release, string[]> {
    const holders = new Map<string, Holder>();
    const own = new Set([...this.owners.values()].flatMap(objectsOf));
    for (const object of all) {
      if (own.has(object)) continue;
      for (const claim of claimsOfObject(object)) holders.set(keyOf(claim), { name: object.node.path });
    }
    const found = new Map<Release, string[]>();
    for (const [release, owner] of this.owners) {
      const objects = objectsOf(owner);
      const name = this.nameOf(owner);
      const collide = (claim: Claim): Collision[] => {
        const other = holders.get(keyOf(claim));
        if (!other) holders.set(keyOf(claim), { name, release });
        if (!other || other.release === release || isSuppressed(claim.rule, [release, other.release])) return [];
        return [{ ...claim, other: other.name }];
      };
      const ofObjects = objects.flatMap(claimsOfObject).flatMap(collide);
      const others = new Set(ofObjects.map(({ other }) => other));
      // Where objects have the same names, the rest follows from that.
      const ofRelease = claimsOfRelease(release._installation, objects).flatMap(collide);
      const further = ofRelease.filter(({ other }) => !others.has(other));
      const isWarning = ({ rule }: Collision) => rule.severity === 'warning' && release._isOfValues;
      const [warnings, errors] = parted([...ofObjects, ...further], isWarning);
      for (const line of messages(name, warnings)) process.stderr.write(`warning: ${line}\n`);
      found.set(
        release,
        messages(name, errors).map((line) => `${release._place}${line}`),
      );
    }
    return found;
  }

  /** A release in words: where its components stand, or the first of them where others stand there too. */
  private nameOf({ scope, components: [first] }: Owner): string {
    const shared = [...this.owners.values()].filter((other) => other.scope === scope).length > 1;
    return (shared ? first : scope).node.path;
  }
}

const keyOf = ({ what, where }: Claim) => `${what} in ${where}`;

function objectsOf({ components }: Owner): ApiObject[] {
  return components.flatMap(({ objects }) => objects);
}

/** Whether one of the releases says that it is meant. */
function isSuppressed({ id, severity }: AppRule, releases: readonly (Release | undefined)[]): boolean {
  return (
    severity !== 'error' &&
    releases.some((release) => release?._installation.props.suppressions?.some((meant) => meant.id === id))
  );
}

/** The items that are so, and those that are not. */
function parted<T>(items: readonly T[], isSo: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isSo), items.filter((item) => !isSo(item))];
}

/** A line for each other one, place and mistake. */
function messages(path: string, collisions: readonly Collision[]): string[] {
  const groups = new Map<string, Collision[]>();
  for (const collision of collisions) {
    const key = JSON.stringify([collision.other, collision.where, collision.rule.id, collision.mend]);
    groups.set(key, [...(groups.get(key) ?? []), collision]);
  }
  return [...groups.values()].map((group) => {
    const [{ other, where, rule, mend = rule.mend }] = group;
    const what = listOf(group.map((collision) => collision.what));
    return `${other} and ${path} both have ${what} in ${where}: ${rule.effect}; ${mend} [${rule.id}]`;
  });
}

/** `a, b, c and 5 more` */
function listOf(words: readonly string[]): string {
  const rest = words.length - NAMED;
  if (rest > 1) return `${words.slice(0, NAMED).join(', ')} and ${rest} more`;
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}` : words[0];
}

const OF_APP = new WeakMap<IConstruct, Collisions>();

/** Has a component's release checked against all else in its app. */
export function checkCollisions(release: Release, component: Holding): void {
  const { root } = component.node;
  const collisions = OF_APP.get(root) ?? new Collisions(root);
  OF_APP.set(root, collisions);
  collisions.add(release, component);
}
