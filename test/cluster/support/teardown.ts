import { getJson } from './kubectl';
import { LABEL } from './release';
import { until } from './wait';

/** After all tests: what they deleted is gone. */
export default async function teardown(): Promise<void> {
  await until('the namespaces of the tests are gone', 180, async () => {
    const { items } = await getJson('namespaces', `--selector=${LABEL}`);
    return items.every(({ metadata }: { metadata: object }) => !('deletionTimestamp' in metadata));
  });
}
