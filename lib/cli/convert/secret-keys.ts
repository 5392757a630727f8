import { hasKey, setKey, Tree } from '../../data/maps';

/** Characters that the key of a Secret has at most. */
const LONGEST = 253;

/** The secrets of a program by the keys that it asks for: each the path of its option, in characters that a Secret's key may have. */
export class SecretKeys {
  readonly secrets: Readonly<Tree> = {};

  /** Keeps a secret, and gives the key that it is kept under. */
  add(path: string, secret: unknown): string {
    const plain = path.replace(/[^\w.-]+/g, '_');
    let key = plain.slice(0, LONGEST);
    for (let count = 2; hasKey(this.secrets, key); count += 1) {
      const end = `-${count}`;
      key = `${plain.slice(0, LONGEST - end.length)}${end}`;
    }
    setKey(this.secrets, key, secret);
    return key;
  }
}
