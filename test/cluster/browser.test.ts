import { Browser, Page } from 'playwright-core';
import { openBrowser, screenshot } from './support/browser';
import { exec, getJson } from './support/kubectl';
import { Release } from './support/release';
import { scenario } from './support/scenario';
import { until } from './support/wait';

const VALUES = `
hub:
  config:
    JupyterHub: { authenticator_class: dummy }
    DummyAuthenticator: { password: a-password }
    Authenticator: { allow_all: true }
singleuser:
  memory: { guarantee: 128M }
  profileList:
    - display_name: Small
      description: for a first look
      default: true
    - display_name: Larger
      description: for real work
      kubespawner_override: { mem_guarantee: 256M, environment: { SIZE: larger } }
      profile_options:
        greeting:
          display_name: Greeting
          choices:
            plain: { display_name: Plain, default: true, kubespawner_override: { default_url: /lab } }
            warm: { display_name: Warm, kubespawner_override: { default_url: /lab, cpu_guarantee: 0.05 } }
`;

scenario('In a browser', (step) => {
  let release: Release;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    release = await Release.create('browser');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await release.remove();
  });

  step('shows the login page', async () => {
    await release.up(VALUES);
    page = await browser.newPage({ baseURL: await release.url() });
    page.setDefaultTimeout(30_000);
    await page.goto('/');
    await page.waitForURL(/\/hub\/login/);
    await screenshot(page, '1-login');
  });

  step('tells of a wrong password', async () => {
    await page.getByLabel('Username').fill('ada');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Invalid username or password').waitFor();
    await screenshot(page, '2-wrong-password');
  });

  step('shows the profiles after login', async () => {
    await page.getByLabel('Username').fill('ada');
    await page.getByLabel('Password').fill('a-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/hub\/spawn$/);
    await page.getByText('for a first look').waitFor();
    await page.getByText('Larger').click();
    await page.locator('.option', { hasText: 'Greeting' }).locator('select').selectOption('warm');
    await screenshot(page, '3-profiles');
  });

  step('starts the server that was chosen and shows JupyterLab', async () => {
    await page.getByRole('button', { name: 'Start' }).click();
    await screenshot(page, '4-starting');
    await page.waitForURL(/\/user\/ada\/lab/, { timeout: 120_000 });
    await page.getByRole('menuitem', { name: 'File' }).waitFor();
    await page.locator('.jp-Launcher-body').waitFor();
    await screenshot(page, '5-jupyterlab');
    const { containers } = (await getJson('pod', 'jupyter-ada', '--namespace', release.name)).spec;
    expect(containers[0].resources.requests).toEqual({ memory: '268435456', cpu: '50m' });
    expect(containers[0].env).toContainEqual({ name: 'SIZE', value: 'larger' });
  });

  step('runs what is typed into a terminal of JupyterLab', async () => {
    await page.locator('.jp-LauncherCard[data-category="Other"]', { hasText: 'Terminal' }).click();
    await page.locator('.jp-Terminal .xterm-screen').click();
    await page.keyboard.type('echo "size: $SIZE" > typed.txt');
    await page.keyboard.press('Enter');
    await until('the file is in the home', 30, async () => {
      const { stdout } = await exec(release.name, 'pod/jupyter-ada', 'cat /home/jovyan/typed.txt');
      return stdout === 'size: larger\n';
    });
    await screenshot(page, '6-terminal');
  });

  step('stops the server and logs out from the control panel', async () => {
    await page.goto('/hub/home');
    await page.getByRole('button', { name: 'Stop My Server' }).click();
    await page.getByRole('button', { name: 'Start My Server' }).waitFor();
    await screenshot(page, '7-stopped');
    await page.getByText('Logout').click();
    await page.waitForURL(/\/hub\/(login|logout)/);
    await page.goto('/hub/home');
    await page.waitForURL(/\/hub\/login/);
    await screenshot(page, '8-logged-out');
  });
});
