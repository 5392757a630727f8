import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, chromium, Page } from 'playwright-core';
import { say } from './say';

/** Debian's; another one by the environment. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARTEFACTS = join(__dirname, '../artefacts');

/** A browser with a profile of its own, which is gone when it closes. */
export function openBrowser(): Promise<Browser> {
  mkdirSync(ARTEFACTS, { recursive: true });
  const quiet = ['background-networking', 'component-update', 'sync', 'quic', 'gpu'].map((name) => `--disable-${name}`);
  return chromium.launch({
    executablePath: EXECUTABLE,
    headless: true,
    args: ['--no-sandbox', '--no-first-run', ...quiet], // the sandbox is not for root
  });
}

/** Keeps what a page looks like. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const path = join(ARTEFACTS, `${name}.png`);
  await page.screenshot({ path });
  say(`screenshot: ${name}.png, of ${page.url()}`);
}
