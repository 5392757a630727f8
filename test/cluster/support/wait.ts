import { setTimeout as pause } from 'node:timers/promises';
import { say } from './say';

/**
 * What a probe gives as soon as that is neither false nor undefined.
 *
 * A probe that throws is asked again; its last error is told where the time runs out.
 */
export async function until<T>(
  what: string,
  seconds: number,
  probe: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const started = Date.now();
  let last = '';
  for (;;) {
    try {
      const result = await probe();
      if (result !== undefined && result !== false) {
        say(`${what}: after ${((Date.now() - started) / 1000).toFixed(1)} s`);
        return result;
      }
    } catch (error) {
      last = `; last: ${String(error).split('\n')[0]}`;
    }
    if (Date.now() - started > seconds * 1000) throw new Error(`waited ${seconds} s for: ${what}${last}`);
    await pause(500);
  }
}
