// Writes docs/api/ from the assembly that `npm run build` makes: a page for each component, with an index.
// Usage: node --import tsx tools/api-pages.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssemblyFromPath } from '@jsii/spec';
import { apiPages } from './api/pages';

const root = join(__dirname, '..');
const output = join(root, 'docs/api');

rmSync(output, { recursive: true, force: true });
mkdirSync(output);
for (const [file, text] of apiPages(loadAssemblyFromPath(root).types ?? {})) writeFileSync(join(output, file), text);
