import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ComponentName } from '../components/manifests';
import { Part, partOf } from '../components/parts';
import { Release } from './release';
import { Manifest } from '../kubernetes/manifest';
import { ManifestObject } from './manifest-object';

/** The chart, and so the file, of a part: beside the chart that the construct stands in. */
function chartOf(part: Part, scope: Construct): Construct {
  if (part === 'main') return scope;
  const main = Chart.of(scope);
  const parent = main.node.scope ?? main;
  const id = `${main.node.id}-${part}`;
  return (parent.node.tryFindChild(id) as Chart | undefined) ?? new Chart(parent, id, { namespace: main.namespace });
}

/** A part of a release that can stand for itself in any chart. */
export abstract class Component extends Construct {
  /** Every object that was made, Secrets and the stage that pulls images included. */
  public readonly objects: ApiObject[];
  private readonly made = new Set<string>();

  /** @internal */
  protected constructor(scope: Construct, id: string, release: Release, component: ComponentName) {
    super(scope, id);
    this.objects = [];
    release._onChange(() => this.makeObjects(release, component));
  }

  /** Makes the objects that are not there yet; those that are ask for their latest content at synth. */
  private makeObjects(release: Release, component: ComponentName): void {
    for (const manifest of release._manifests(component)) {
      const key = keyOf(manifest);
      if (this.made.has(key)) continue;
      this.made.add(key);
      const latest = () => release._manifests(component).find((other) => keyOf(other) === key) ?? manifest;
      this.objects.push(new ManifestObject(chartOf(partOf(manifest), this), manifest, latest));
    }
  }

  /**
   * The object of a kind; the first one, or the one with a name.
   * @internal
   */
  protected _find(kind: string, name?: string): ApiObject | undefined {
    return this.objects.find((object) => object.kind === kind && (name === undefined || object.name === name));
  }

  /** @internal */
  protected _get(kind: string, name?: string): ApiObject {
    const object = this._find(kind, name);
    if (!object) throw new Error(`${this.node.path} has no ${kind}${name === undefined ? '' : ` named ${name}`}`);
    return object;
  }
}

/** What an object is known by when its content changes: its name without the hash of that content. */
function keyOf({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name.replace(/-[0-9a-f]{8}$/, '')}`;
}
