// Reads cases of random_cases.py as JSON, and prints the objects that lib/user-pods makes of each.
import { readFileSync } from 'node:fs';
import { Traits } from '../../../lib/release/traits';
import { UserObjectMaker } from '../../../lib/user-pods/user-objects';

interface Case {
  readonly traits: Traits;
  readonly user: string;
  readonly server: string;
  readonly options: Readonly<Record<string, string>>;
  readonly namespace: string;
}

const cases = JSON.parse(readFileSync(0, 'utf8')) as readonly Case[];
const results = cases.map(({ traits, user, server, options, namespace }) =>
  new UserObjectMaker({ traits, namespace, withSecrets: true }).objects({ user, name: server }, options),
);
process.stdout.write(JSON.stringify(results));
