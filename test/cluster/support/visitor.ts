import { APIRequestContext, APIResponse, request } from 'playwright-core';
import { say } from './say';
import { until } from './wait';

type Options = Parameters<APIRequestContext['fetch']>[1];

/** What the hub says of a user. */
export interface User {
  readonly name: string;
  readonly admin: boolean;
  /** Path of the server, null where none is ready. */
  readonly server: string | null;
  /** What the hub is about: `spawn`, `stop`, or null. */
  readonly pending: string | null;
}

/** Someone with a browser's cookies and no browser. */
export class Visitor {
  public static async at(url: string, name: string): Promise<Visitor> {
    // The hub's certificate is a test of its own.
    return new Visitor(url, name, await request.newContext({ ignoreHTTPSErrors: true, timeout: 30_000 }));
  }

  private constructor(
    public readonly url: string,
    public readonly name: string,
    private readonly context: APIRequestContext,
  ) {}

  /** The same person, with the same cookies, at another port of the same host. */
  public movedTo(url: string): Visitor {
    return new Visitor(url, this.name, this.context);
  }

  /** A request with the cookies, and with the token against forged requests where the page has set one. */
  public async fetch(path: string, options: Options = {}): Promise<APIResponse> {
    const token = await this.xsrf(path);
    const headers = { ...(token ? { 'X-XSRFToken': token } : {}), ...options.headers };
    return this.context.fetch(this.url + path, { maxRedirects: 10, ...options, headers });
  }

  public get(path: string, options: Options = {}): Promise<APIResponse> {
    return this.fetch(path, options);
  }

  /** Fills in the form of the login page. */
  public async login(password: string): Promise<APIResponse> {
    // A network policy lets a new pod in some moments after it is ready.
    await until('the login page', 30, async () => (await this.get('/hub/login')).ok());
    const _xsrf = (await this.xsrf('/hub/login')) ?? '';
    const answer = await this.fetch('/hub/login?next=/hub/home', {
      method: 'POST',
      form: { username: this.name, password, _xsrf },
    });
    say(`${this.name} logs in: ${answer.status()} ${answer.url()}`);
    return answer;
  }

  public async logout(): Promise<APIResponse> {
    return this.get('/hub/logout');
  }

  /** What the hub says of this user; undefined where nobody is logged in. */
  public async me(): Promise<User | undefined> {
    const answer = await this.get(`/hub/api/users/${this.name}`);
    return answer.ok() ? await answer.json() : undefined;
  }

  /** Asks for the server as the button "Start My Server" does, and waits for it. */
  public async startServer(seconds = 120): Promise<void> {
    const answer = await this.get('/hub/spawn');
    if (!answer.ok()) throw new Error(`/hub/spawn answers ${answer.status()}: ${await answer.text()}`);
    await until(`the server of ${this.name} answers`, seconds, () => this.reaches(this.name));
  }

  public async stopServer(): Promise<void> {
    const answer = await this.fetch(`/hub/api/users/${this.name}/server`, { method: 'DELETE' });
    if (!answer.ok()) throw new Error(`stopping answers ${answer.status()}: ${await answer.text()}`);
    await until(`the server of ${this.name} has stopped`, 60, async () => (await this.me())?.server === null);
  }

  /** Whether a user's server lets this visitor in. */
  public async reaches(user: string): Promise<boolean> {
    // The first visit of a page logs in to the server, which is a client of the hub's own OAuth.
    const page = await this.get(`/user/${user}/lab`);
    if (!page.ok() || !new URL(page.url()).pathname.startsWith(`/user/${user}/`)) return false;
    return (await this.get(`/user/${user}/api/status`)).ok();
  }

  /** Writes a file in the home, through the server. */
  public async writeFile(path: string, content: string): Promise<void> {
    const answer = await this.fetch(`/user/${this.name}/api/contents/${path}`, {
      method: 'PUT',
      data: { type: 'file', format: 'text', content },
    });
    if (!answer.ok()) throw new Error(`writing ${path} answers ${answer.status()}: ${await answer.text()}`);
  }

  /** A file of a home, through the server; the answer's status where it is not given. */
  public async readFile(path: string, user = this.name): Promise<string | number> {
    const answer = await this.get(`/user/${user}/api/contents/${path}?type=file&format=text`);
    return answer.ok() ? (await answer.json()).content : answer.status();
  }

  private async xsrf(path: string): Promise<string | undefined> {
    const { cookies } = await this.context.storageState();
    const fitting = cookies.filter((cookie) => cookie.name === '_xsrf' && path.startsWith(cookie.path));
    return fitting.sort((one, other) => other.path.length - one.path.length)[0]?.value;
  }
}
