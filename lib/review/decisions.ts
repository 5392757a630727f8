import { namingChanges } from './effects/access';
import { databaseInWords, databaseOf } from './effects/database';
import { homeChanges } from './effects/homes';
import { isWeaker } from './effects/pod-security';
import { holdsData } from './effects/prune';
import { Manifest } from '../kubernetes/manifest';
import { HubReview } from './review';
import { nameOf } from './change';
import { componentOf } from '../release/labels';

/** A text with what manifests say in it, which is quoted where it is shown. */
export type Words = readonly (string | { readonly quoted: string })[];

/** Something that a person has to look at before the change is merged. */
export interface Decision {
  /** What it is about, for programs. */
  readonly id: string;
  readonly words: Words;
}

const q = (quoted: string) => ({ quoted });

function listed(texts: readonly string[]): Words {
  return texts.flatMap((text, index) => (index ? [', ', q(text)] : [q(text)]));
}

type Judge = (review: HubReview) => Decision[];

const refused: Judge = ({ refused: found }) =>
  found.map(({ object, field, why }) => ({
    id: 'refused',
    words: ['the API server refuses the change of ', q(object), ' (', q(field), `): ${why}`],
  }));

const data: Judge = ({ prune }) =>
  prune.filter(holdsData).map((object) => ({
    id: 'data',
    words: [q(nameOf(object)), ' is no longer there: whoever prunes it loses its data'],
  }));

const homes: Judge = ({ servers: { before, after } }) =>
  homeChanges(before, after)
    .slice(0, 1)
    .map(({ user, before: old, after: now }) => ({
      id: 'homes',
      words: [
        'users do not find their files: of ',
        q(user),
        ' they are on ',
        ...listed(old),
        ...(now.length ? [', the new server has ', ...listed(now)] : ['; the new server has none of it']),
      ],
    }));

const names: Judge = ({ hub: { before, after } }) => {
  const found = before && after ? namingChanges(before, after) : [];
  if (!found.length) return [];
  return [
    {
      id: 'user-names',
      words: [...listed(found), ': users may get other names, and with them other accounts, homes and servers'],
    },
  ];
};

function hubDeployment(review: HubReview, side: 'before' | 'after'): Manifest | undefined {
  return review.group.objects
    .map((change) => change[side])
    .find((object) => object?.kind === 'Deployment' && componentOf(object) === 'hub');
}

const database: Judge = (review) => {
  const { before, after } = review.hub;
  if (!before || !after) return [];
  const [old, now] = [
    databaseOf(before, hubDeployment(review, 'before')),
    databaseOf(after, hubDeployment(review, 'after')),
  ].map(databaseInWords);
  if (old === now) return [];
  return [
    {
      id: 'database',
      words: [
        'the hub starts with another database: ',
        q(old),
        ' → ',
        q(now),
        '; users, tokens and running servers that it knew are not in it unless they are copied',
      ],
    },
  ];
};

/** What cookies and stored credentials are made with. */
const LOGIN_KEYS: readonly (readonly [RegExp, string])[] = [
  [/JupyterHub\.cookie_secret$/, 'everybody has to log in again'],
  [/CryptKeeper\.keys$/, 'what is kept of logins (auth_state) cannot be read any more'],
];

const logins: Judge = ({ secrets }) =>
  secrets.flatMap(({ object, added, removed, changed }) =>
    LOGIN_KEYS.flatMap(([pattern, effect]) =>
      [...added, ...removed, ...changed]
        .filter((key) => pattern.test(key))
        .map((key) => ({ id: 'logins', words: [q(`${object} ${key}`), ` changes: ${effect}`] })),
    ),
  );

const access: Judge = ({ access: found }) => {
  if (!found || found.before === found.after) return [];
  const mark = found.nobody
    ? '**Nobody gets in**: '
    : found.everybody
      ? '**Everybody with an account gets in**: '
      : 'who gets in: ';
  return [{ id: 'access', words: [mark, q(found.before), ' → ', q(found.after)] }];
};

const noServers: Judge = ({ serverChanges }) => {
  const broken = serverChanges.filter(
    ({ before, after }) => after?.error !== undefined && before?.error !== after.error,
  );
  const [first] = broken;
  if (!first) return [];
  const others = broken.length > 1 ? ` (${broken.length - 1} more)` : '';
  return [
    { id: 'servers', words: ['**No server starts** (', q(first.key), `)${others}: `, q(first.after?.error ?? '')] },
  ];
};

const security: Judge = ({ podLevels }) =>
  podLevels.filter(isWeaker).map(({ object, before, after, why: [why = ''] }) => ({
    id: 'pod-security',
    words: ['pods of ', q(object), ` pass Pod Security ${String(after)} only, no longer ${String(before)}: `, q(why)],
  }));

/** Verbs and resources that let a subject become another one, or read what is secret. */
const POWERFUL = /^(\*|escalate|bind|impersonate) |^\S+ \*| (secrets|pods\/exec|nodes\/proxy|serviceaccounts\/token)\b/;

const rights: Judge = ({ rights: found, group }) =>
  found.flatMap(({ subject, gained }) => {
    const powerful = gained.filter((right) => POWERFUL.test(right) || right.endsWith('in all namespaces'));
    const isNew = !group.objects.some(({ before }) => before !== undefined);
    if (!powerful.length || isNew) return [];
    const others = powerful.length > 3 ? ` and ${powerful.length - 3} more` : '';
    return [{ id: 'rights', words: [q(subject), ' may now ', ...listed(powerful.slice(0, 3)), others] }];
  });

const wrong: Judge = ({ findings }) =>
  findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, path, message }) => ({ id: severity, words: [`**${severity}**: `, q(path), ': ', q(message)] }));

const JUDGES: readonly Judge[] = [
  noServers,
  access,
  wrong,
  refused,
  data,
  homes,
  names,
  database,
  logins,
  security,
  rights,
];

/** What needs a decision, the worst first. A hub that is new, or that goes as a whole, is one decision of its own. */
export function decisionsOf(review: HubReview): readonly Decision[] {
  const isThere = (side: 'before' | 'after') => review.group.objects.some((change) => change[side] !== undefined);
  if (review.group.release !== undefined && !isThere('after'))
    return [{ id: 'removed', words: ['the hub is no longer there, with everything in it'] }, ...data(review)];
  if (!isThere('before'))
    return [...wrong(review), ...(review.access?.nobody || review.access?.everybody ? access(review) : [])];
  return JUDGES.flatMap((judge) => judge(review));
}
