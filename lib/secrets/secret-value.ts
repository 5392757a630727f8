import { readFileSync } from 'node:fs';
import type { ISecret } from 'cdk8s-plus-28';
import { isMap } from '../data/maps';
import { isDnsName } from '../data/names';
import { yamlPackage } from '../data/yaml-package';

/** A string of which parts are secret: what of it everyone may read, and the values of the markers in it. */
interface PartlySecret {
  readonly shown: string;
  readonly parts: Readonly<Record<string, SecretValue>>;
}

/** The literals, beside the objects rather than in them: `console.log` of an object shows all of its fields, private ones too. */
const LITERALS = new WeakMap<SecretValue, unknown>();

/** What everyone may read of those that are a string with secrets in it. */
const PARTLY = new WeakMap<SecretValue, PartlySecret>();

/**
 * A value that must not be readable in a manifest that is reviewed: it ends up in a Secret, or stays in one.
 */
export class SecretValue {
  /**
   * A value that is known at synth. It is written to the release's Secrets, which are a file of their own, and nowhere else.
   * @param value the string; not an empty one, by which anybody would get in
   * @throws if it is empty, or no string
   */
  public static literal(value: string): SecretValue {
    if (typeof value !== 'string' || value === '') {
      const got = typeof value === 'string' ? 'an empty one' : value === null ? 'null' : typeof value;
      throw new Error(`SecretValue.literal: must be a string that is not empty, but is ${got}`);
    }
    return SecretValue._of(value);
  }

  /**
   * Any value, as values files have them.
   * @internal
   */
  public static _of(value: unknown): SecretValue {
    return new SecretValue(value, undefined, undefined);
  }

  /**
   * A key of a Secret that exists in the release's namespace.
   * @param secret the Secret, or its name
   * @param key key in its data
   * @throws if one of them is no such name
   */
  public static fromSecret(secret: string | ISecret, key: string): SecretValue {
    const name: unknown = typeof secret === 'string' ? secret : Object(secret).name;
    refuseName('secret', 'the name of a Secret, or a Secret', name, isDnsName);
    refuseName('key', "letters, digits, '-', '_' and '.'", key, (text) => /^[-._a-zA-Z0-9]+$/.test(text));
    return new SecretValue(undefined, typeof secret === 'string' ? secret : secret.name, key);
  }

  /**
   * A value in a YAML file that is read at synth and kept out of git: a map from key to value.
   * @param file path of the file, from the current folder
   * @param key key in the file, as a whole: dots in it mean nothing
   * @throws if the file cannot be read, or has no such key
   */
  public static fromFile(file: string, key: string): SecretValue {
    return new SecretValue(readKey(file, key), undefined, undefined);
  }

  /**
   * A string with secrets in it, of which the rest stays readable: `within('https://bot:(token)@git.example.org', { '(token)': token })`.
   * It can stand in JupyterHub's configuration and in `hub.extraConfig`, where the hub puts the values in.
   * @param text the string, with a marker where each secret goes
   * @param parts the secrets by their markers
   * @throws if a marker is empty or not in the string
   */
  public static within(text: string, parts: { [marker: string]: SecretValue }): SecretValue {
    const markers = Object.keys(parts);
    const missing = markers.find((marker) => marker === '' || !text.includes(marker));
    if (missing !== undefined || !markers.length) {
      const what = missing === undefined ? 'has no parts' : `has no marker ${JSON.stringify(missing)} in its string`;
      throw new Error(`SecretValue.within: ${what}`);
    }
    const isKnown = Object.values(parts).every((part) => part.secretName === undefined);
    const whole = isKnown ? withParts(text, parts) : undefined;
    const secret = new SecretValue(whole, undefined, undefined);
    PARTLY.set(secret, { shown: text, parts });
    return secret;
  }

  private constructor(
    value: unknown,
    /** Name of the existing Secret; undefined for a literal. */
    public readonly secretName?: string,
    /** Key in the existing Secret; undefined for a literal. */
    public readonly secretKey?: string,
  ) {
    if (secretName === undefined) LITERALS.set(this, value);
  }

  /**
   * The literal value, for writing it into a Secret.
   * @internal
   */
  public _reveal(): unknown {
    return LITERALS.get(this);
  }

  /**
   * What everyone may read of a string with secrets in it; undefined for one that is secret as a whole.
   * @internal
   */
  public _partly(): PartlySecret | undefined {
    return PARTLY.get(this);
  }

  /** What a careless print shows: never the value. A string that holds it is refused at synth. */
  public toString(): string {
    return this.secretName === undefined ? '(a secret)' : `(a secret: ${this.secretKey} of ${this.secretName})`;
  }

  /** What a careless serialization shows: never the value. */
  public toJSON(): string {
    return this.toString();
  }
}

/** The string with the values in place of the markers. */
function withParts(text: string, parts: Readonly<Record<string, SecretValue>>): string {
  const markers = Object.keys(parts).map((marker) => marker.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.replace(new RegExp(markers.join('|'), 'g'), (marker) => String(parts[marker]._reveal()));
}

function refuseName(what: string, allowed: string, name: unknown, isOne: (name: string) => boolean): void {
  if (typeof name === 'string' && isOne(name)) return;
  const got = typeof name === 'string' ? JSON.stringify(name) : name === undefined ? 'missing' : typeof name;
  throw new Error(`SecretValue.fromSecret: ${what}: must be ${allowed}, but is ${got}`);
}

/** Whether a SecretValue was put into a string, in TypeScript or in Python, instead of being given whole. */
export function holdsSecretValue(text: string): boolean {
  return /\(a secret(: .* of .*)?\)|<[\w.]*SecretValue object at 0x[0-9a-f]+>/.test(text);
}

function readKey(file: string, key: string): unknown {
  const map = readMap(file, key);
  if (!isMap(map) || map[key] === undefined) throw new Error(`${file}: has no key ${key}`);
  return map[key];
}

function readMap(file: string, key: string): unknown {
  try {
    return yamlPackage().parse(readFileSync(file, 'utf8'), { version: '1.1', prettyErrors: false });
  } catch (error) {
    // The parser's own words would quote the file, and it is full of secrets.
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new Error(`${file}: cannot be read for the secret ${key} (${code})`);
  }
}
