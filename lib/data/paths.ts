import { hasKey, isMap, Path, setKey, Tree } from './maps';

interface Branch {
  readonly below: Map<string | number, Branch>;
  /** Whether a path ends here. */
  isEnd: boolean;
}

/** Many paths, of which something is asked in one pass, however many they are. */
export class Paths {
  private readonly root: Branch = { below: new Map(), isEnd: false };

  constructor(paths: readonly Path[]) {
    for (const path of paths) {
      let branch = this.root;
      for (const key of path) {
        const next = branch.below.get(key) ?? { below: new Map(), isEnd: false };
        branch.below.set(key, next);
        branch = next;
      }
      branch.isEnd = true;
    }
  }

  /** Whether a path is one of these, or lies in one, or one in it. */
  touch(path: Path): boolean {
    let branch: Branch | undefined = this.root;
    for (const key of path) {
      if (branch.isEnd) return true;
      branch = branch.below.get(key);
      if (!branch) return false;
    }
    return branch.isEnd || branch.below.size > 0;
  }

  /** The value without what lies at the paths; of a list nothing remains, as its items have no names. */
  leaveOut(value: unknown): unknown {
    return isMap(value) ? withoutBranch(value, this.root) : value;
  }
}

function withoutBranch(map: Tree, { below }: Branch): Tree {
  if (!below.size) return map;
  const rest = { ...map };
  for (const [key, branch] of below) {
    const name = String(key);
    if (!hasKey(map, name)) continue;
    const item = map[name];
    if (!branch.isEnd && isMap(item)) setKey(rest, name, withoutBranch(item, branch));
    else delete rest[name];
  }
  return rest;
}
