import { Path } from '../data/maps';
import { formatPath } from '../values/read/problem';

/** Why KubeSpawner makes no pod: what it raises an error for when a server starts. */
export class SpawnError extends Error {
  /**
   * @param problem what is wrong, without where
   * @param path where: a trait's name, then the way to what is in its value; empty where it is no trait's matter
   */
  constructor(
    readonly problem: string,
    readonly path: Path = [],
  ) {
    super(path.length ? `${formatPath(path)}: ${problem}` : problem);
  }
}

/** Has an error without a place tell the one that is looked at. */
export function at<T>(path: Path, look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw error instanceof SpawnError && !error.path.length ? new SpawnError(error.problem, path) : error;
  }
}
