import { setTimeout as pause } from 'node:timers/promises';
import { say } from './say';

/** Asks a question several times a second while something else happens, and notes what did not work. */
export class Uptime {
  private asked = 0;
  private readonly failures: string[] = [];
  private over = false;
  private readonly asking: Promise<void>;

  public constructor(
    private readonly what: string,
    private readonly ask: () => Promise<boolean>,
  ) {
    this.asking = this.run();
  }

  /** What failed, after at least one question more. */
  public async end(): Promise<string[]> {
    const enough = this.asked + 2;
    while (this.asked < enough) await pause(100);
    this.over = true;
    await this.asking;
    say(`${this.what}: asked ${this.asked} times, ${this.failures.length} failures`);
    return this.failures;
  }

  private async run(): Promise<void> {
    while (!this.over) {
      const answer = await this.ask().catch((error) => String(error));
      if (answer !== true) this.failures.push(`${this.what}: ${answer}`);
      this.asked += 1;
      await pause(300);
    }
  }
}
