import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ComponentName } from '../components/manifests';
import { FILE_SUFFIXES, Part } from '../components/release-object';
import { checkCollisions } from './collisions';
import { ManifestObject } from './manifest-object';
import { Callee, refuse } from '../options/wire/refuse';
import { found } from '../options/wire/words';
import { Release } from './release';

/** A part of a release that can stand for itself in any chart. */
export abstract class Component extends Construct {
  private readonly byId = new Map<string, ApiObject>();

  /** @internal */
  protected constructor(scope: Construct, id: string, release: Release, component: ComponentName) {
    refuseNoRelease(scope, id, release, new.target);
    super(scope, id);
    checkCollisions(release, this);
    release._checkIn(Chart.of(this));
    release._onChange(() => this.makeObjects(release, component));
  }

  /** Every object that was made, Secrets and the stage that pulls images included. */
  public get objects(): ApiObject[] {
    return [...this.byId.values()];
  }

  /** Makes the objects that are not there yet; those that are ask for their latest content at synth. */
  private makeObjects(release: Release, component: ComponentName): void {
    for (const { id, part, manifest } of release._objects(component)) {
      if (this.byId.has(id)) continue;
      const latest = () => release._objects(component).find((object) => object.id === id)?.manifest ?? manifest;
      this.byId.set(id, new ManifestObject(this.scopeOf(part), id, manifest, latest));
    }
  }

  /** Where the objects of a part stand: here, or at the same place of the chart, and so the file, of that part. */
  private scopeOf(part: Part): Construct {
    const suffix = FILE_SUFFIXES[part];
    if (suffix === '') return this;
    const main = Chart.of(this);
    const parent = main.node.scope ?? main;
    const chart = child(
      parent,
      `${main.node.id}${suffix}`,
      (id) => new Chart(parent, id, { namespace: main.namespace }),
    );
    const below = this.node.scopes.slice(main.node.scopes.length);
    return below.reduce((scope, { node }) => child(scope, node.id, (id) => new Construct(scope, id)), chart);
  }

  /**
   * The object of an id, if there is one.
   * @internal
   */
  protected _find(id: string): ApiObject | undefined {
    return this.byId.get(id);
  }

  /** @internal */
  protected _get(id: string): ApiObject {
    const object = this._find(id);
    if (!object) throw new Error(`${this.node.path} has no ${id}`);
    return object;
  }
}

/** JavaScript has no compiler that would tell. */
function refuseNoRelease(scope: unknown, id: string, release: unknown, callee: Callee): void {
  if (release instanceof Release) return;
  const { node } = Object(scope) as Partial<Construct>;
  const message = `must be a Release, but is ${found(release, [])}; make it by new Release(name, props)`;
  refuse(`[${[node?.path, id].filter(Boolean).join('/')}] `, [{ path: ['release'], message }], callee);
}

function child(scope: Construct, id: string, make: (id: string) => Construct): Construct {
  return (scope.node.tryFindChild(id) as Construct | undefined) ?? make(id);
}
