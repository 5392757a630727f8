// Reads values for traits as JSON, and prints what lib/jupyterhub makes of each: the value in a list, or null where it is refused.
import { readFileSync } from 'node:fs';
import { acceptTrait } from '../../../lib/jupyterhub/accept';
import { traitsOf } from '../../../lib/jupyterhub/classes';

const cases = JSON.parse(readFileSync(0, 'utf8')) as readonly { class: string; trait: string; value: unknown }[];
const results = cases.map(({ class: name, trait, value }) => {
  const known = traitsOf(name).get(trait);
  const accepted = known && acceptTrait(known, value);
  return accepted ? [accepted.value] : null;
});
process.stdout.write(JSON.stringify(results));
