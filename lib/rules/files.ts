import { posix } from 'node:path';
import { nonEmpty, Path } from '../data/maps';
import { eitherOf } from '../data/words';
import { DATA_EXTENSIONS } from '../kubernetes/extra-files';
import { mapsOf, show } from './lookup';
import { Report, Rule } from './rule';

const CONTENTS = ['data', 'stringData', 'binaryData'];

function checkFiles(files: unknown, path: Path, report: Report): void {
  for (const [here, file] of mapsOf(files, path)) {
    const contents = CONTENTS.filter((key) => file[key] !== undefined);
    const filled = contents.filter((key) => nonEmpty(file[key]) !== undefined);
    if (contents.length !== 1 || filled.length !== 1) {
      const got =
        contents.length > 1 ? contents.join(' and ') : contents.length ? `an empty ${contents[0]}` : 'none of them';
      report(here, `must have one of data, stringData and binaryData, but has ${got}`);
    }
    const { mountPath } = file;
    if (!nonEmpty(mountPath)) report([...here, 'mountPath'], 'is missing: it is the path of the file in the container');
    else if (filled.includes('data') && !DATA_EXTENSIONS.includes(posix.extname(String(mountPath)))) {
      report(
        [...here, 'mountPath'],
        `must end in ${eitherOf(DATA_EXTENSIONS)} for data to be written, but is ${show(mountPath)}; or use stringData`,
      );
    }
  }
}

export const FILE_RULES: readonly Rule[] = [
  {
    id: 'files/content',
    severity: 'error',
    title: 'An extra file without content, with two, or without a path',
    effect: '',
    mend: '',
    check: ({ props }, report) => {
      checkFiles(props.hub.extraFiles, ['hub', 'extraFiles'], report);
      checkFiles(props.spawner.extraFiles, ['spawner', 'extraFiles'], report);
    },
  },
];
