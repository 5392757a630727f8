import { command } from './support/documentation';
import { Release } from './support/release';
import { scenario } from './support/scenario';
import { shell } from './support/shell';

scenario("README's first hour", (step) => {
  let release: Release;
  const start = (part: string) => shell(release.adapt(command('README.md', 'Start', part)), release.folder);

  beforeAll(async () => {
    release = new Release(`jhub-first-hour-${Math.random().toString(36).slice(2, 6)}`);
  });
  afterAll(() => release.remove());

  step('synthesizes, applies and gets hub and proxy ready', async () => {
    await shell(
      release.adapt(command('README.md', 'Start', 'npm run synth').replace('npm ci && ', '')),
      release.folder,
    );
    await start('kubectl create namespace');
    await start('kubectl apply');
    await release.ready();
  });
});
