/**
 * Is what `review` says of a change what a cluster does? Each case is applied, then its change; whose pods are replaced, what the API server
 * refuses and what is left behind has to be what the review says. KUBECONFIG names a cluster for tests.
 *
 * usage: review.ts [WORD...]: only cases whose names hold one of the words
 */
import { isClusterScoped } from '../../lib/kubernetes/cluster-scoped';
import { Manifest } from '../../lib/kubernetes/manifest';
import { nameOf } from '../../lib/review/change';
import { deleteCommand } from '../../lib/review/effects/prune';
import { identityOf } from '../../lib/review/read/manifests';
import { isSame } from '../../lib/review/stored/difference';
import { reviewManifests } from '../../lib/review/review';
import { Case } from './review/case';
import { each, kubectl, listOf, replaced, settledPods, until } from './review/cluster';
import { hubs, RELEASE } from './review/hubs';
import { OBJECTS } from './review/objects';
import { WORKLOADS } from './review/workloads';

/** A case in a namespace of its own, with names of its own where there is none. */
function placed({ name, before, after }: Case, index: number): Case & { readonly namespace: string } {
  const namespace = `case-${index}`;
  const place = (manifest: Manifest): Manifest => {
    const own = JSON.parse(JSON.stringify(manifest).split(RELEASE).join(namespace)) as Manifest;
    if (!isClusterScoped(own.kind)) return { ...own, metadata: { ...own.metadata, namespace } };
    const unique = own.metadata.name.includes(namespace) ? own.metadata.name : `${namespace}-${own.metadata.name}`;
    return { ...own, metadata: { ...own.metadata, name: unique } };
  };
  return { name, namespace, before: before.map(place), after: after.map(place) };
}

type Placed = ReturnType<typeof placed>;

const side = (manifests: readonly Manifest[]) => new Map(manifests.map((one) => [identityOf(one), one]));

/** What the review says of a case. */
function predicted({ before, after }: Placed) {
  const hubs = reviewManifests(side(before), side(after)).changed;
  return {
    restarts: hubs.flatMap(({ restarts }) => restarts.map(({ object }) => object)).sort(),
    refused: [...new Set(hubs.flatMap(({ refused }) => refused.map(({ object }) => object)))].sort(),
    prune: hubs.flatMap(({ prune }) => prune),
  };
}

/** Objects that the server did not take, by applying them one by one. */
async function apply({ before, after }: Placed): Promise<{ refused: string[]; errors: string[] }> {
  const was = side(before);
  const changed = after.filter((one) => !isSame(was.get(identityOf(one)), one));
  const errors: string[] = [];
  const refused: string[] = [];
  for (const manifest of changed) {
    const { ok, err } = await kubectl(['apply', '--filename=-'], manifest);
    if (ok) continue;
    refused.push(nameOf(manifest));
    errors.push(err.trim());
  }
  return { refused: refused.sort(), errors };
}

/** Names of the objects that there are, of those that are asked for. */
async function existing(manifests: readonly Manifest[]): Promise<string[]> {
  if (!manifests.length) return [];
  const { out } = await kubectl(['get', '--filename=-', '--ignore-not-found', '--output=name'], listOf(manifests));
  return out.split('\n').filter(Boolean);
}

/** What is wrong with what the review says must be pruned: it has to be all that is left of BASE, and its command has to delete it. */
async function wrongPrune(one: Placed, prune: readonly Manifest[]): Promise<string[]> {
  const now = new Set(one.after.map(identityOf));
  if (!prune.length && one.before.every((manifest) => now.has(identityOf(manifest)))) return [];
  const stays = await existing(one.after);
  const left = async () => (await existing(one.before)).filter((name) => !stays.includes(name));
  const [found, said] = [await left(), await existing(prune)];
  if (found.sort().join() !== said.sort().join()) return [`left behind: ${found.join()}; said: ${said.join()}`];
  for (const clustered of [true, false]) {
    const objects = prune.filter(({ kind }) => isClusterScoped(kind) === clustered);
    if (objects.length) await kubectl([...deleteCommand(objects).split(' ').slice(1), '--wait=false']);
  }
  const remains = (await existing(prune)).filter((name) => !/persistentvolumeclaim/.test(name));
  return remains.length ? [`not deleted by its command: ${remains.join()}`] : [];
}

const words = process.argv.slice(2);
const cases = [...WORKLOADS, ...OBJECTS, ...hubs()]
  .map(placed)
  .filter(({ name }) => !words.length || words.some((word) => name.includes(word)));

const CAPACITY = { pods: '5000', cpu: '5000', memory: '50Ti' };
async function main(): Promise<void> {
  const nodes = await kubectl(['get', 'nodes', '--output=name']);
  for (const node of nodes.out.split('\n').filter(Boolean)) {
    const status = JSON.stringify({ status: { allocatable: CAPACITY, capacity: CAPACITY } });
    await kubectl(['patch', node, '--subresource=status', `--patch=${status}`]);
  }

  const namespaces = cases.map(({ namespace: name }) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  await kubectl(['create', '--filename=-'], listOf(namespaces));
  // Pods need their account, which the controllers make; those that retry wait longer each time.
  await until(
    async () =>
      (
        await kubectl([
          'get',
          'serviceaccounts',
          '--all-namespaces',
          '--field-selector=metadata.name=default',
          '--output=name',
        ])
      ).out.split('\n').length > cases.length,
  );
  const broken = await each(cases, async ({ before }) =>
    (await kubectl(['apply', '--filename=-'], listOf(before))).err.trim(),
  );
  const old = await settledPods();
  const applied = await each(cases, apply);
  const now = await settledPods();
  const restarted = replaced(old, now);
  const wrong = await each(cases, async (one, index) => {
    const said = predicted(one);
    const mine = restarted
      .flatMap((owner) => (owner.startsWith(`${one.namespace} `) ? [owner.split(' ')[1]] : []))
      .sort();
    const { refused, errors } = applied[index];
    const differ = (what: string, found: readonly string[], expected: readonly string[]) =>
      found.join() === expected.join()
        ? []
        : [`${what}: ${found.join() || 'nothing'}; said: ${expected.join() || 'nothing'}`];
    return [
      ...(broken[index] && !/^Warning/.test(broken[index]) ? [`before: ${broken[index]}`] : []),
      ...differ('restarted', mine, said.restarts),
      ...differ('refused', refused, said.refused).flatMap((line) => [line, ...errors]),
      ...(await wrongPrune(one, said.prune)),
    ];
  });

  cases.forEach(({ name }, index) => {
    const lines = wrong[index].map((line) => `\n     ${line.split('\n').join('\n     ')}`);
    console.log(`${lines.length ? 'FAIL' : 'ok  '} ${name}${lines.join('')}`);
  });
  const failed = wrong.filter((lines) => lines.length).length;
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
  await kubectl(['delete', 'namespaces', '--wait=false', ...namespaces.map(({ metadata }) => metadata.name)]);
}

void main();
