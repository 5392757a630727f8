import { serviceProblems } from '../hub/services';
import { hasKey, isMap, ownValue, Path, Tree } from '../../data/maps';
import { nearest } from '../../data/nearest';
import { SecretValue } from '../../secrets/secret-value';
import { FORMATS, FormatName } from '../../kubernetes/formats';
import { classOf, classOfData } from './classes';
import { FACTORY_FORMATS } from './formats';
import { alternativeOf, alternatives, isObject, memberOf } from './lookup';
import { ENUMS, NEWER_FIELDS, StructName, STRUCTS, Type } from './option-types';
import { LIMITS } from './structs';
import { suggestion } from './suggestion';
import { allowed, found, mend } from './words';

/** What is wrong with an option: where it stands, what is wrong, what is allowed. */
export interface OptionProblem {
  readonly path: Path;
  readonly message: string;
}

/** What the members of a struct have to be together. */
const TOGETHER: Partial<Record<StructName, (own: Tree, isOverride: boolean) => OptionProblem[]>> = {
  HubProps: serviceProblems,
  // Who lays both over others means it.
  PodDisruptionBudgetProps: (own, isOverride) =>
    isOverride || LIMITS.some((limit) => own[limit] === undefined)
      ? []
      : [{ path: [], message: 'takes maxUnavailable or minAvailable, not both' }],
};

/** Holds the options of a program against the table of types: every key, and the kind of every value, at every depth. */
class Checker {
  public readonly problems: OptionProblem[] = [];

  constructor(
    private readonly root: StructName | undefined,
    /** Whether options may be in the form of manifests, and null; and none has to be given. */
    private readonly isOverride: boolean,
  ) {}

  private checkStruct(value: Tree, struct: StructName, path: Path): void {
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      const here = [...path, key];
      const member = memberOf(struct, key);
      if (member) {
        const before = this.problems.length;
        this.check(item, member.type, here, !struct.startsWith('k8s.'));
        if (this.problems.length === before) this.checkFormat(item, ownValue(FACTORY_FORMATS[struct] ?? {}, key), here);
      } else if (this.isKnownField(key, struct)) this.checkData(item, here);
      else this.reportUnknown(key, struct, path);
    }
    for (const problem of TOGETHER[struct]?.(value, this.isOverride) ?? [])
      this.report([...path, ...problem.path], problem.message);
    if (this.isOverride) return;
    for (const [name, { required }] of Object.entries(STRUCTS[struct])) {
      if (required && (!hasKey(value, name) || value[name] === undefined)) this.report([...path, name], 'is missing');
    }
  }

  /** Options that become something else, of which no rule could tell where they were given. */
  private checkFormat(value: unknown, use: unknown, path: Path): void {
    if (typeof use !== 'string') return;
    if (Array.isArray(value)) return value.forEach((item, index) => this.checkFormat(item, use, [...path, index]));
    if (typeof value !== 'string' && typeof value !== 'number') return;
    const { words, accepts } = FORMATS[use.replace(/!$/, '') as FormatName];
    if (!accepts(value)) this.report(path, `must be ${words}, but is ${found(value, path)}`);
  }

  private report(path: Path, message: string): void {
    this.problems.push({ path, message });
  }

  /** Whether a Kubernetes that is newer than its types has a field; what is not known is taken for one in an override alone. */
  private isKnownField(key: string, struct: StructName): boolean {
    if (NEWER_FIELDS[struct]?.includes(key)) return true;
    return this.isOverride && struct.startsWith('k8s.') && nearest(key, Object.keys(STRUCTS[struct])) === undefined;
  }

  private reportUnknown(key: string, struct: StructName, path: Path): void {
    const meant = suggestion(key, struct, path, this.root);
    const isField = struct.startsWith('k8s.');
    const newer = isField && !meant ? '; a field of a newer Kubernetes can be given by overrides' : '';
    this.report([...path, key], `unknown ${isField ? 'field' : 'option'}${meant}${newer}`);
  }

  /** @param isOption whether it is an option of its own, rather than a field of Kubernetes, an item of a list or an entry of a map */
  public check(value: unknown, type: Type, path: Path, isOption = false): void {
    if (value === null && this.isOverride) return;
    const own = alternativeOf(value, type);
    const isPassedOn = this.isOverride && (isWireForm(value, type) || (!isOption && isScalarFor(value, type)));
    if (own === undefined && isPassedOn) return this.checkData(value, path);
    if (own === undefined) {
      this.report(path, `must be ${allowed(type)}, but is ${found(value, path)}${mend(value, type)}`);
    } else if (own === 'any') {
      this.checkData(value, path);
    } else if (typeof own === 'object') this.checkWithin(value, own, path);
  }

  private checkWithin(value: unknown, type: Exclude<Type, string>, path: Path): void {
    if ('list' in type) (value as unknown[]).forEach((item, index) => this.check(item, type.list, [...path, index]));
    if ('map' in type) {
      for (const [key, item] of Object.entries(value as Tree)) {
        if (item !== undefined) this.check(item, type.map, [...path, key]);
      }
    }
    if ('struct' in type) this.checkStruct(value as Tree, type.struct, path);
    if ('instance' in type && isObject(value)) this.checkObject(value, classOf(type.instance).toWire, path);
  }

  /** An object that cannot be written: a Duration of half a second. */
  private checkObject(object: Tree, toWire: ((object: Tree) => unknown) | undefined, path: Path): void {
    try {
      toWire?.(object);
    } catch (error) {
      this.report(path, (error as Error).message);
    }
  }

  /** What is passed on as it is has to be data that YAML can say. */
  private checkData(value: unknown, path: Path): void {
    if (Array.isArray(value)) value.forEach((item, index) => this.checkData(item, [...path, index]));
    else if (isMap(value)) Object.entries(value).forEach(([key, item]) => this.checkData(item, [...path, key]));
    else if (isObject(value)) {
      const own = classOfData(value);
      if (own) this.checkObject(value, own.toWire, path);
      else if (!isLazy(value)) this.reportData(value, path);
    } else if (
      ['function', 'symbol', 'bigint'].includes(typeof value) ||
      (typeof value === 'number' && !Number.isFinite(value))
    ) {
      this.reportData(value, path);
    }
  }

  private reportData(value: unknown, path: Path): void {
    this.report(
      path,
      `must be a string, a finite number, true or false, null, a list or a map, but is ${found(value, path)}`,
    );
  }
}

/** A value that cdk8s asks for at synth. */
function isLazy(value: Tree): boolean {
  return typeof value.produce === 'function';
}

/** Whether a value is in the form that manifests have it in, where programs have another one. */
function isWireForm(value: unknown, type: Type): boolean {
  return alternatives(type).some((alternative) => {
    // Values may have a secret anywhere; where it would be readable, it is refused when manifests are made.
    if (value instanceof SecretValue) return true;
    if (typeof alternative === 'string') return false;
    if ('instance' in alternative) return classOf(alternative.instance).isWire?.(value) === true;
    // A list of variables, each with its name.
    if ('map' in alternative) return Array.isArray(value) && takesVariables(alternative.map);
    if (!('enum' in alternative) || typeof value !== 'string') return false;
    return nearest(value, Object.values(ENUMS[alternative.enum].members)) === undefined;
  });
}

/** Whether scalars stand there, if other ones: what Kubernetes makes of them is for the rules to tell, as where values have them. */
function isScalarFor(value: unknown, type: Type): boolean {
  return typeof value !== 'object' && alternatives(type).some((one) => typeof one === 'string' || 'enum' in one);
}

function takesVariables(type: Type): boolean {
  return alternatives(type).some((one) => typeof one === 'object' && 'instance' in one && one.instance === 'EnvValue');
}

/**
 * What is wrong with the options of a struct.
 * @param options.isOverride whether they may be in the form of manifests as well, and null
 */
export function problemsOf(value: unknown, struct: StructName, { isOverride = false } = {}): OptionProblem[] {
  const checker = new Checker(struct, isOverride);
  checker.check(value, { struct }, []);
  return checker.problems;
}

/** What is wrong with a value. */
export function problemsOfValue(value: unknown, type: Type, path: Path): OptionProblem[] {
  const checker = new Checker(undefined, false);
  checker.check(value, type, path);
  return checker.problems;
}
