import { Installation, oncePerInstallation } from '../../release/installation';
import { isReference } from '../../secrets/secrets';
import { EnvVar } from '../../kubernetes/shapes';
import { configValues, extraConfig } from './config-values';
import { hubConfiguration } from './configuration';
import { secretKeys } from './secret';
import { Reference } from './split-secrets';

/** What the hub reads, by the file it would stand in, that stays in Secrets of the cluster. */
const references = oncePerInstallation((installation): Record<string, readonly Reference[]> => {
  const keys = Object.entries(secretKeys(installation));
  return {
    'config.yaml': hubConfiguration(installation).references,
    'extra-config.yaml': extraConfig(installation).references,
    // A file may be binary, which no variable can be; who wants it reads it where it is mounted.
    'values.yaml': configValues(installation).references.filter(({ path }) => path[1] !== 'extraFiles'),
    secret: keys.flatMap(([key, value]) => (isReference(value) ? [{ path: [key], value }] : [])),
  };
});

const identity = ({ value }: Reference) => JSON.stringify([value.secretName, value.secretKey]);

/** A variable of the hub's container for each key of a Secret that is referred to, however often. */
function variables(all: readonly Reference[]): Map<string, EnvVar> {
  const found = new Map<string, EnvVar>();
  const taken = new Set<string>();
  for (const reference of all) {
    if (found.has(identity(reference))) continue;
    const { secretName, secretKey } = reference.value;
    const words = `HUB_SECRET_${secretName}_${secretKey}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
    let name = words;
    for (let count = 2; taken.has(name); count++) name = `${words}_${count}`;
    taken.add(name);
    const secretKeyRef = { name: secretName, key: secretKey ?? '' };
    found.set(identity(reference), { name, valueFrom: { secretKeyRef } });
  }
  return found;
}

/** The hub container's `env` entries that bring what stays in Secrets of the cluster. */
export function secretEnvironment(installation: Installation): EnvVar[] {
  return [...variables(Object.values(references(installation)).flat()).values()];
}

/** Where the hub's Python file puts the values of those variables: file, path in it, variable. */
export function environmentPlaces(installation: Installation): Record<string, unknown> {
  const byFile = Object.entries(references(installation)).filter(([, all]) => all.length);
  const names = variables(byFile.flatMap(([, all]) => all));
  const place = (reference: Reference) => ({
    path: reference.path,
    variable: names.get(identity(reference))?.name,
  });
  return Object.fromEntries(byFile.map(([file, all]) => [file, all.map(place)]));
}
