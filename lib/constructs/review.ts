import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Names } from 'cdk8s';
import { oneLine } from '../data/printable';
import { Installation } from '../release/installation';
import { userPodsYaml } from '../user-pods/documents';
import { hubOf } from '../user-pods/hub';
import { noteOn } from '../user-pods/notes';
import { SAMPLE_SERVERS, sampleObjects } from '../user-pods/sample';

/**
 * For whoever looks for manifests in a folder and all below it, as Flux and `kubectl apply -R` do, and `cdk8s synth --stdout`: a file that does not
 * end like one is none.
 */
const SUFFIX = '-user-pods.yaml.txt';

const HEAD = `# What KubeSpawner asks for when a user starts a server, by default and with each profile and choice. For reviews: nothing applies it.\n`;

/** Has the objects of a sample user written beside the manifests at each synth. */
export function addReview(chart: Chart, installation: () => Installation): void {
  // An app calls nothing of a chart's at synth, whatever files it writes, but its validations.
  chart.node.addValidation({
    validate: () => {
      const folder = join(App.of(chart).outdir, 'review');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${Names.toDnsLabel(chart)}${SUFFIX}`), reviewOf(installation()));
      return [];
    },
  });
}

function reviewOf(installation: Installation): string {
  const note = noteOn(installation);
  const [user] = SAMPLE_SERVERS;
  const objects = sampleObjects(hubOf(installation), [user]);
  return `${HEAD}${note === undefined ? '' : `# Note: ${oneLine(note)}\n`}${userPodsYaml(objects)}`;
}
