import { Parameter, TypeReference } from '@jsii/spec';
import { isMap } from '../../../lib/data/maps';
import { alternatives, isEnum, isStruct, membersOf, parametersOf, pythonName, pythonType } from './assembly';
import { Call, callOf, enumOf } from './recorder';

/** How structs in structs are given. */
export type Form = 'dictionaries' | 'classes';

const ANY: TypeReference = { primitive: 'any' } as TypeReference;

/** Something that a program in Python cannot have, or that this does not know how to write. */
export class NotInPython extends Error {}

function literal(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'number' || typeof value === 'string') return JSON.stringify(value);
  throw new NotInPython(`no literal: ${typeof value} ${(value as object).constructor?.name}`);
}

function collection(type: TypeReference, kind: 'array' | 'map'): TypeReference | undefined {
  const found = alternatives(type).find((one) => 'collection' in one && one.collection.kind === kind);
  return found && 'collection' in found ? found.collection.elementtype : undefined;
}

function named(type: TypeReference, is: (fqn: string) => boolean): string | undefined {
  const found = alternatives(type).find((one) => 'fqn' in one && is(one.fqn));
  return found && 'fqn' in found ? found.fqn : undefined;
}

/** Writes what a program says as a program in Python; notes which members of structs it has. */
export class PythonSource {
  /** `Struct.member` of what was written. */
  public readonly members = new Set<string>();

  constructor(private readonly form: Form) {}

  public expression(value: unknown, type: TypeReference): string {
    const call = callOf(value);
    if (call) return this.call(pythonType(call.fqn), call);
    if (Array.isArray(value)) {
      const item = collection(type, 'array') ?? ANY;
      return `[${value.map((one) => this.expression(one, item)).join(', ')}]`;
    }
    if (isMap(value)) return this.mapOrStruct(value, type);
    const choice = named(type, isEnum);
    if (choice !== undefined) {
      const member = Object.entries(enumOf(choice)).find(([, one]) => one === value);
      if (member) return `${pythonType(choice)}.${member[0]}`;
    }
    return literal(value);
  }

  private mapOrStruct(value: Record<string, unknown>, type: TypeReference): string {
    const struct = named(type, isStruct);
    if (struct === undefined) {
      const item = collection(type, 'map') ?? ANY;
      const entries = Object.entries(value).filter(([, one]) => one !== undefined);
      return `{${entries.map(([key, one]) => `${literal(key)}: ${this.expression(one, item)}`).join(', ')}}`;
    }
    if (this.form === 'classes') return `${pythonType(struct)}(${this.keywords(value, struct).join(', ')})`;
    return `{${this.entries(value, struct)
      .map(([key, one]) => `${literal(key)}: ${one}`)
      .join(', ')}}`;
  }

  private entries(value: object, struct: string): [name: string, expression: string][] {
    const members = membersOf(struct);
    return Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => {
        const member = members.get(key);
        if (!member) throw new NotInPython(`${struct} has no ${key}`);
        this.members.add(`${struct}.${key}`);
        return [pythonName(key, struct), this.expression(one, member.type)];
      });
  }

  /** A struct as keywords. */
  public keywords(value: object, struct: string): string[] {
    return this.entries(value, struct).map(([key, one]) => `${key}=${one}`);
  }

  private argument(value: unknown, parameter: Parameter, isLast: boolean): string[] {
    const struct = isLast ? named(parameter.type, isStruct) : undefined;
    if (struct !== undefined && isMap(value) && !callOf(value)) return this.keywords(value, struct);
    return [this.expression(value, parameter.type)];
  }

  public call(receiver: string, { fqn, method, args }: Call): string {
    const parameters = parametersOf(fqn, method);
    const written = args
      .filter((one) => one !== undefined)
      .flatMap((one, index) => {
        const parameter = parameters[Math.min(index, parameters.length - 1)];
        return this.argument(one, parameter, index === parameters.length - 1 && !parameter.variadic);
      });
    return `${receiver}.${pythonName(method, fqn)}(${written.join(', ')})`;
  }
}
