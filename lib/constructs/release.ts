import { Chart } from 'cdk8s';
import { Installation } from '../release/installation';
import { ComponentName, componentObjects, ComponentObjects } from '../components/manifests';
import { ReleaseObject } from '../components/release-object';
import { CheckedProps, TranslatedProps, WireProps } from '../options/program';
import { JupyterHubProps } from '../options/props';
import { Profile } from '../options/spawner/profile';
import { refuse } from '../options/wire/refuse';
import { found } from '../options/wire/words';
import { rulesRoom } from './on-demand';
import { callerOf } from './caller';

/** What the hub, the proxy and the other components of one JupyterHub share: all its options. They are composed by it. */
export class Release {
  private current: WireProps;
  /**
   * How often the options have changed.
   * @internal
   */
  public _revision = 0;
  /**
   * Whether values of the chart give the options: then one is warned of what programs are refused for.
   * @internal
   */
  public readonly _isOfValues: boolean;
  private installation?: Installation;
  private objects?: ComponentObjects;
  private problems?: string[];
  private readonly listeners: (() => void)[] = [];
  private isChecked = false;
  /**
   * Where the program makes it: `main.ts:12:3: `, or nothing where that is not known.
   * @internal
   */
  public readonly _place: string;

  /**
   * A release.
   * @param name tells two installations in one cluster apart
   * @param props the options of all components
   */
  constructor(
    /** Name of the release. */
    public readonly name: string,
    props: JupyterHubProps,
  ) {
    if (typeof name !== 'string')
      refuse('Release: ', [{ path: ['name'], message: `must be a string, but is ${found(name, [])}` }], Release);
    this.current = CheckedProps.of(props, `[${name}] `, Release).wire;
    this._isOfValues = props instanceof TranslatedProps;
    const caller = callerOf();
    this._place = caller === undefined ? '' : `${caller}: `;
  }

  /** Namespace of the release. */
  public get namespace(): string {
    return this.current.namespace;
  }

  /**
   * The complete options, with names and labels.
   * @internal
   */
  public get _installation(): Installation {
    this.installation ??= new Installation({ ...this.current, release: this.name });
    return this.installation;
  }

  /**
   * What a component makes of the options as they are now.
   * @internal
   */
  public _objects(component: ComponentName): readonly ReleaseObject[] {
    this.objects ??= this.make();
    return this.objects[component];
  }

  /**
   * Has the options checked at synth, in the name of the chart that the release's first component stands in.
   * @internal
   */
  public _checkIn(chart: Chart): void {
    if (this.isChecked) return;
    this.isChecked = true;
    chart.node.addValidation({ validate: () => this.check() });
  }

  /** What is wrong with the options as they are now, looked for once: cdk8s validates the whole app again for every chart that it writes. */
  private check(): string[] {
    this.problems ??= rulesRoom()
      .problemsOfProgram(this._installation)
      .map((line) => `${this._place}${line}`);
    return this.problems;
  }

  private make(): ComponentObjects {
    return componentObjects(this._installation);
  }

  /**
   * Changes options; what was made of them until now is made anew.
   * @internal
   */
  public _change(change: (props: WireProps) => Partial<WireProps>): void {
    this.current = { ...this.current, ...change(this.current) };
    this._revision += 1;
    this.installation = undefined;
    this.objects = undefined;
    this.problems = undefined;
    for (const listener of this.listeners) listener();
  }

  /**
   * Calls a function now, and again whenever options have changed.
   * @internal
   */
  public _onChange(listener: () => void): void {
    this.listeners.push(listener);
    listener();
  }

  /** @internal */
  public _addProfile(profile: Profile): void {
    this._change(({ spawner }) => ({ spawner: { ...spawner, profiles: [...(spawner?.profiles ?? []), profile] } }));
  }
}
