import type { Size } from 'cdk8s';
import type { k8s, PersistentVolumeAccessMode } from 'cdk8s-plus-28';
import { SecretValue } from '../../secrets/secret-value';

/** Where the hub keeps what it knows. */
export enum DatabaseType {
  /** SQLite, in a file on a claim. */
  SQLITE_PVC = 'sqlite-pvc',
  /** SQLite, in memory: lost when the hub restarts. */
  SQLITE_MEMORY = 'sqlite-memory',
  /** MySQL. */
  MYSQL = 'mysql',
  /** PostgreSQL. */
  POSTGRES = 'postgres',
  /** Any other that SQLAlchemy knows. */
  OTHER = 'other',
}

/** The claim that keeps the hub's SQLite database. */
export interface DatabaseClaimProps {
  /**
   * Annotations of the claim.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Label selector for the volume (Kubernetes `LabelSelector`).
   * @default {}
   */
  readonly selector?: k8s.LabelSelector;
  /**
   * Access modes.
   * @default ['ReadWriteOnce']
   */
  readonly accessModes?: PersistentVolumeAccessMode[];
  /**
   * Size, as a Kubernetes quantity.
   * @default 1Gi
   */
  readonly storage?: string | Size;
  /**
   * Folder in the volume that is mounted.
   * @default - the volume's root
   */
  readonly subPath?: string;
  /**
   * Storage class; blank for none.
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;
}

/** The hub's database (chart key `hub.db`). */
export interface DatabaseProps {
  /**
   * Which database.
   * @default DatabaseType.SQLITE_PVC
   */
  readonly type?: DatabaseType;
  /**
   * Whether the hub migrates the schema when it starts.
   * @default - true for `sqlite-pvc`, else false
   */
  readonly upgrade?: boolean;
  /**
   * The claim, for `sqlite-pvc`.
   * @default - 1Gi of the default class
   */
  readonly pvc?: DatabaseClaimProps;
  /**
   * SQLAlchemy URL without the password, for `mysql`, `postgres` and `other` (`JupyterHub.db_url`).
   * @default - JupyterHub's own default
   */
  readonly url?: string | SecretValue;
  /**
   * Password, for `mysql` and `postgres`.
   * @default - none
   */
  readonly password?: SecretValue;
}

/** A database on a server. */
export interface DatabaseServerProps {
  /** Host of the server. */
  readonly host: string;
  /**
   * Port of the server.
   * @default - the database's own
   */
  readonly port?: number;
  /** User that the hub logs in as; it must be allowed to make tables. */
  readonly user: string;
  /** Name of the database. */
  readonly database: string;
  /**
   * Password of the user.
   * @default - none
   */
  readonly password?: SecretValue;
  /**
   * Whether the hub migrates the schema when it starts.
   * @default false
   */
  readonly upgrade?: boolean;
}
