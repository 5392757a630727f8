/**
 * A value that must not be readable in a manifest that is reviewed: it ends up in a Secret, or stays in one.
 */
export class SecretValue {
  /**
   * A value that is known at synth. It is written to the release's Secrets, which are a file of their own, and nowhere else.
   * @param value text, or data where the option takes data
   */
  public static literal(value: any): SecretValue {
    return new SecretValue(value, undefined, undefined);
  }

  /**
   * A key of a Secret that exists in the release's namespace.
   * @param name name of the Secret
   * @param key key in its data
   */
  public static fromSecret(name: string, key: string): SecretValue {
    return new SecretValue(undefined, name, key);
  }

  private constructor(
    private readonly value: unknown,
    /** Name of the existing Secret; undefined for a literal. */
    public readonly secretName?: string,
    /** Key in the existing Secret; undefined for a literal. */
    public readonly secretKey?: string,
  ) {}

  /**
   * The literal value, for writing it into a Secret.
   * @internal
   */
  public _reveal(): unknown {
    return this.value;
  }

  /** What a careless print shows: never the value. */
  public toString(): string {
    return this.secretName === undefined ? '(a secret)' : `(${this.secretKey} of the Secret ${this.secretName})`;
  }

  /** What a careless serialization shows: never the value. */
  public toJSON(): any {
    return this.toString();
  }
}
