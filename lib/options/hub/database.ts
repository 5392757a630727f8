import { SecretValue } from '../../secrets/secret-value';
import { reveal } from '../../secrets/secrets';
import { DatabaseClaimProps, DatabaseProps, DatabaseServerProps, DatabaseType } from './database-props';
import { checkCall } from '../wire/refuse';

/** The hub's database. */
export class Database {
  /** SQLite, in a file on a claim. */
  public static sqlite(claim: DatabaseClaimProps = {}): DatabaseProps {
    checkCall('Database.sqlite', Database.sqlite, [claim]);
    return { type: DatabaseType.SQLITE_PVC, pvc: claim };
  }

  /** SQLite, in memory: users and their tokens are forgotten when the hub restarts. */
  public static inMemory(): DatabaseProps {
    return { type: DatabaseType.SQLITE_MEMORY };
  }

  /** PostgreSQL, by the driver psycopg2. */
  public static postgres(props: DatabaseServerProps): DatabaseProps {
    checkCall('Database.postgres', Database.postgres, [props]);
    const { password, upgrade } = props;
    return { type: DatabaseType.POSTGRES, url: urlOf('postgresql+psycopg2', props), password, upgrade };
  }

  /**
   * MySQL or MariaDB, by the driver PyMySQL.
   * @throws where the password is a reference to a Secret: the driver takes it in the URL only, so the URL as a whole has to be in the Secret
   */
  public static mysql(props: DatabaseServerProps): DatabaseProps {
    checkCall('Database.mysql', Database.mysql, [props]);
    const { password, upgrade } = props;
    if (password?.secretName !== undefined) {
      throw new Error(
        'Database.mysql: the password can be no reference to a Secret, as the driver takes it in the URL only; ' +
          'keep the whole URL in the Secret, and give it to Database.other',
      );
    }
    const url = urlOf('mysql+pymysql', props, password && String(reveal(password)));
    return { type: DatabaseType.MYSQL, url: password ? SecretValue._of(url) : url, upgrade };
  }

  /**
   * Any other database that SQLAlchemy knows and whose driver the hub's image has.
   * @param url its URL, with the password if there is one: then a secret
   */
  public static other(url: string | SecretValue): DatabaseProps {
    checkCall('Database.other', Database.other, [url]);
    return { type: DatabaseType.OTHER, url };
  }

  private constructor() {}
}

/** A URL of SQLAlchemy. Hosts stand in it as they are; an IPv6 address takes brackets. */
function urlOf(driver: string, props: DatabaseServerProps, password?: string): string {
  const { host, port, user, database } = props;
  const login = [user, password].filter((part) => part !== undefined).map(quoted);
  const address = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `${driver}://${login.join(':')}@${address}${port === undefined ? '' : `:${port}`}/${quoted(database)}`;
}

/** Quoted for a URL, with the characters that encodeURIComponent leaves alone. */
function quoted(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
