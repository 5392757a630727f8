import { join } from 'node:path';
import { filesOf, ROOT, synthesize } from './support/synthesize';

const withoutSecrets = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith('-secrets.k8s.yaml')));

test('dist/ is what the app of the repository synthesizes; `npm run synth` writes it', () => {
  expect(withoutSecrets(synthesize('main.ts'))).toEqual(withoutSecrets(filesOf(join(ROOT, 'dist'))));
});
