import { expectFile } from '../support/expect-file';
import { ACCESS } from './access';
import { ADDRESSES } from './addresses';
import { FILES } from './files';
import { IMAGES } from './images';
import { JAVASCRIPT } from './javascript';
import { KUBERNETES } from './kubernetes';
import { Mistake, told } from './mistake';
import { NAMES } from './names';
import { RESOURCES } from './resources';
import { SERVICES } from './services';

/** Mistakes by subject. What each is told stands in a file beside them: look at its diff where it changes. */
const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  access: ACCESS,
  addresses: ADDRESSES,
  files: FILES,
  images: IMAGES,
  javascript: JAVASCRIPT,
  kubernetes: KUBERNETES,
  names: NAMES,
  resources: RESOURCES,
  services: SERVICES,
};

/** Where a line says that it is: `[jhub] spawner.memory.limit: `, `Storage.dynamic: capacity: `, `Large: option size `. */
const PLACE = /^(\[\S+\] (?=must be a map)|(\[\S+\] )?[A-Za-z][\w.[\]() =/]*: )/;

describe.each(Object.entries(MISTAKES))('mistakes about %s', (subject, mistakes) => {
  const all = mistakes.map((mistake) => [mistake[0], told(mistake)] as const);

  test.each(all)('%s', (_, lines) => {
    expect(lines).not.toEqual([]);
    for (const line of lines) expect(line).toMatch(PLACE);
  });

  test('are told in these words', () => {
    const text = all.map(([name, lines]) => `${name}\n${lines.map((line) => `    ${line}\n`).join('')}`).join('');
    expectFile(`test/mistakes/${subject}.txt`, text);
  });
});
