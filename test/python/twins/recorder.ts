import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as lib from '../../../lib';
import { CheckedProps } from '../../../lib/options/program';

/** A call that a program has made. */
export interface Call {
  /** The class, by its name in the assemblies. */
  readonly fqn: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** A hub of a program: its options, and what is added to it. */
export interface Recorded {
  readonly props: lib.JupyterHubProps;
  readonly added: { readonly to: 'hub' | 'spawner'; readonly call: Call }[];
}

type Callable = (...args: unknown[]) => unknown;
type Class = Record<string, Callable> & { prototype: Record<string, Callable> };

/** Classes with factories. */
const CLASSES: Record<string, object> = {
  ...Object.fromEntries(Object.entries(lib).map(([name, value]) => [`cdk8s-jupyterhub.${name}`, value])),
  'cdk8s.Duration': cdk8s.Duration,
  'cdk8s.Size': cdk8s.Size,
  'cdk8s-plus-28.Cpu': kplus.Cpu,
  'cdk8s-plus-28.EnvValue': kplus.EnvValue,
  'cdk8s-plus-28.k8s.Quantity': kplus.k8s.Quantity,
  'cdk8s-plus-28.k8s.IntOrString': kplus.k8s.IntOrString,
};

const calls = new WeakMap<object, Call>();
const hubs: Recorded[] = [];

/** The call of a factory that an object comes from. */
export function callOf(made: unknown): Call | undefined {
  return typeof made === 'object' && made !== null ? calls.get(made) : undefined;
}

/** The value of an enumeration, by its name in the assemblies. */
export function enumOf(fqn: string): Record<string, unknown> {
  const name = fqn.slice(fqn.lastIndexOf('.') + 1);
  return (fqn.startsWith('cdk8s-jupyterhub.') ? lib : kplus)[name as never];
}

function recordFactories(fqn: string, kind: Class): void {
  const methods = Object.getOwnPropertyNames(kind).filter(
    (name) => typeof kind[name] === 'function' && !name.startsWith('_') && name !== 'prototype',
  );
  for (const method of methods) {
    const make = kind[method];
    kind[method] = function (this: unknown, ...args: unknown[]) {
      const made = make.apply(this, args);
      // What a factory gives back as it was given is not its own.
      if (typeof made === 'object' && made !== null && !args.includes(made)) calls.set(made, { fqn, method, args });
      return made;
    };
  }
}

function recordAdding(to: 'hub' | 'spawner', kind: Class, fqn: string): void {
  for (const method of Object.getOwnPropertyNames(kind.prototype).filter((name) => name.startsWith('add'))) {
    const add = kind.prototype[method];
    kind.prototype[method] = function (this: unknown, ...args: unknown[]) {
      hubs.at(-1)?.added.push({ to, call: { fqn, method, args } });
      return add.apply(this, args);
    };
  }
}

function recordHubs(): void {
  const of = CheckedProps.of.bind(CheckedProps);
  CheckedProps.of = (props, where, callee) => {
    const checked = of(props, where, callee);
    if (!(props instanceof CheckedProps)) hubs.push({ props, added: [] });
    return checked;
  };
}

/** Has all hubs recorded that are made from now on. */
export function record(): Recorded[] {
  for (const [fqn, kind] of Object.entries(CLASSES)) {
    if (typeof kind === 'function') recordFactories(fqn, kind as unknown as Class);
  }
  recordAdding('hub', lib.Hub as unknown as Class, 'cdk8s-jupyterhub.Hub');
  recordAdding('spawner', lib.Spawner as unknown as Class, 'cdk8s-jupyterhub.Spawner');
  recordHubs();
  return hubs;
}
