/** Why KubeSpawner makes no pod: what it raises an error for when a server starts. */
export class SpawnError extends Error {}
