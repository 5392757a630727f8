import { eitherOf } from '../data/words';
import { DNS_LABEL, DNS_NAME, DNS_WILDCARD } from '../data/names';
import { quantity } from './quantity';

/** How a scalar has to be written. */
export interface Format {
  /** What it must be. */
  readonly words: string;
  /** Whether a string or a number is so. */
  readonly accepts: (value: string | number) => boolean;
}

/** Strings that match a pattern, and are not too long. */
function text(words: string, pattern: RegExp, longest = Infinity): Format {
  return { words, accepts: (value) => String(value).length <= longest && pattern.test(String(value)) };
}

/** Numbers of a range; a string is told by its type. */
function integer(words: string, least: number, most = 2 ** 31 - 1): Format {
  const accepts = (value: string | number) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  return { words, accepts: (value) => typeof value === 'string' || accepts(value) };
}

function either(first: Format, second: Format): Format {
  return {
    words: `${first.words}, or ${second.words}`,
    accepts: (value) => (typeof value === 'number' ? first : second).accepts(value),
  };
}

const QUALIFIED = '[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?';

const qualified = new RegExp(`^${QUALIFIED}$`);

/** A key of a label or an annotation: a name, and a domain before it or not. */
function isQualifiedKey(key: string): boolean {
  const [name, prefix, ...rest] = key.split('/').reverse();
  const isName = name.length <= 63 && qualified.test(name);
  return isName && !rest.length && (prefix === undefined || (prefix.length <= 253 && DNS_NAME.test(prefix)));
}

const IPV4 = /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/;

function isIpv6(address: string): boolean {
  if (!/^[0-9a-f:]*(\d+\.\d+\.\d+\.\d+)?$/i.test(address) || !address.includes(':')) return false;
  return URL.canParse(`http://[${address}]`);
}

const isIp = (address: string) => IPV4.test(address) || isIpv6(address);

function isCidr(block: string): boolean {
  const [address, length, ...rest] = block.split('/');
  if (rest.length || length === undefined || !/^\d{1,3}$/.test(length)) return false;
  return isIp(address) && Number(length) <= (IPV4.test(address) ? 32 : 128);
}

function isWebUrl(url: string): boolean {
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url)) return false;
  // What a template string makes of a value that is not there.
  return !/^(undefined|null|nan|\[object)$|%5bobject/i.test(new URL(url).hostname);
}

const REPOSITORY = '([A-Za-z0-9][-A-Za-z0-9.]*(:\\d+)?/)?[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*';
const TAG = '\\w[\\w.-]{0,127}';
const DIGEST = 'sha256:[0-9a-f]{64}';

/** Permission bits that were written in decimal digits, as if they were octal: 644 is 0o1204. */
const OCTAL_LOOKALIKES = [400, 440, 444, 500];

/** The least amount of bytes that anybody means. */
const LEAST_BYTES = 2 ** 20;

const BYTES: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** One of some words, as they stand. */
export function oneOf(...values: string[]): Format {
  return { words: eitherOf(values), accepts: (value) => values.includes(String(value)) };
}

const FRACTION: Format = {
  words: 'a number that is not negative',
  accepts: (value) => typeof value === 'string' || value >= 0,
};
const PORT = integer('a port, an integer from 1 to 65535', 1, 65535);
const COUNT = integer('an integer that is not negative', 0);
const PORT_NAME = text(
  "a port's name: at most 15 lower-case letters, digits and '-', with a letter in it",
  /^(?=.*[a-z])[a-z0-9](-?[a-z0-9]+)*$/,
  15,
);
const PERCENTAGE = text('a percentage such as 25%', /^(\d{1,2}|100)%$/);

/** How scalars of Kubernetes, of the web and of JupyterHub are written, by name. */
export const FORMATS = {
  'DNS label': text(
    `at most 63 lower-case letters, digits and '-', with a letter or digit at both ends`,
    DNS_LABEL,
    63,
  ),
  'DNS name': text(
    `at most 253 lower-case letters, digits, '-' and '.', with a letter or digit at both ends`,
    DNS_NAME,
    253,
  ),
  'service name': text(
    `at most 63 lower-case letters, digits and '-', with a letter first`,
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    63,
  ),
  'name template': text(`lower-case letters, digits, '-' and '.', with a letter or digit at both ends`, DNS_NAME),
  'label key': {
    words: "a label's key: at most 63 letters, digits, '-', '_' and '.', with a domain and a '/' before them or not",
    accepts: (value) => isQualifiedKey(String(value)),
  },
  'annotation key': {
    words:
      "an annotation's key: at most 63 letters, digits, '-', '_' and '.', with a domain and a '/' before them or not",
    // Case does not matter there.
    accepts: (value) => isQualifiedKey(String(value).toLowerCase()),
  },
  'label value': text(
    "at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends",
    new RegExp(`^(${QUALIFIED})?$`),
    63,
  ),
  'resource name': {
    words: 'the name of a resource such as cpu, memory or nvidia.com/gpu',
    accepts: (value) => isQualifiedKey(String(value)),
  },
  variable: text(
    "the name of a variable: letters, digits, '_', '-' and '.', with no digit first",
    /^[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  ),
  'Secret key': text("at most 253 letters, digits, '-', '_' and '.'", /^(?!\.{1,2}$)[-._a-zA-Z0-9]+$/, 253),
  host: text("a host name: lower-case letters, digits, '-' and '.', without scheme, port and path", DNS_WILDCARD, 253),
  server: text('the name or address of a server, without scheme and port', /^[^\s/@]+$/),
  url: {
    words: 'a URL that begins with http:// or https:// and has a host',
    accepts: (value) => isWebUrl(String(value)),
  },
  'url or path': {
    words: "a URL that begins with https://, or a path that begins with '/'",
    accepts: (value) => /^\/\S*$/.test(String(value)) || isWebUrl(String(value)),
  },
  'url path': text("a path that begins with '/', without scheme and host", /^\/[^\s?#]*$/),
  'address of a page': text('a path of the server, without scheme and blanks', /^(?!\w+:\/\/)\S+$/),
  'absolute path': text("a path that begins with '/', without ':'", /^\/[^:\0]*$/),
  folder: text("a path that begins with '/'", /^\//),
  'path within a volume': text(
    "a path that does not begin with '/' and has no '..'",
    /^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\0]+$/,
  ),
  ip: { words: 'an IP address', accepts: (value) => isIp(String(value)) },
  cidr: { words: 'a range of addresses such as 10.0.0.0/8', accepts: (value) => isCidr(String(value)) },
  port: PORT,
  'node port': integer('a port of the range of node ports, an integer from 30000 to 32767', 30000, 32767),
  'port or its name': either(PORT, PORT_NAME),
  'port name': PORT_NAME,
  'count or percentage': either(COUNT, PERCENTAGE),
  count: COUNT,
  'positive integer': integer('an integer from 1', 1),
  integer: integer('an integer from -2147483648 to 2147483647', -(2 ** 31)),
  id: integer('an integer that is not negative', 0, 2 ** 31 - 1),
  number: FRACTION,
  seconds: integer('a whole number of seconds, 1 at least', 1),
  weight: integer('an integer from 1 to 100', 1, 100),
  'file mode': {
    words: 'permission bits, at most 0o777, written with 0o in front (0o644 is 420)',
    accepts: (value) =>
      typeof value === 'string' ||
      (Number.isInteger(value) && value >= 0 && value <= 0o777 && !OCTAL_LOOKALIKES.includes(value)),
  },
  quantity: {
    words: 'a quantity of Kubernetes that is not negative: a number, with a suffix such as m, k, M, G or Ki, Mi, Gi',
    accepts: (value) => (quantity(value) ?? -1) >= 0,
  },
  storage: {
    words: 'a quantity of Kubernetes, 1Mi at least, such as 10Gi',
    accepts: (value) => (quantity(value) ?? 0) >= LEAST_BYTES,
  },
  memory: {
    words: "an amount of memory, 1M at least, such as '512M' or '4G'; 0 for none",
    // Of what is no amount of JupyterHub's, the rule of traits tells.
    accepts: (value) => {
      if (/\s/.test(String(value))) return false;
      const [, digits, unit] = /^(-?[\d.]+)([KMGT]?)$/.exec(String(value)) ?? [];
      const bytes = Number(digits) * (BYTES[unit] ?? 1);
      return digits === undefined || bytes === 0 || bytes >= LEAST_BYTES;
    },
  },
  bytes: {
    words: 'a quantity of bytes, 1Mi at least, such as 512Mi',
    // A suffix of m are thousandths of a byte.
    accepts: (value) => quantity(value) === 0 || (quantity(value) ?? 0) >= LEAST_BYTES,
  },
  'whole quantity': {
    words: 'an integer that is not negative, as no part of such a resource can be had',
    accepts: (value) => Number.isInteger(quantity(value)) && (quantity(value) ?? -1) >= 0,
  },
  'database URL': text('a URL of SQLAlchemy, such as postgresql+psycopg2://user@host/database', /^\w+(\+\w+)?:\/\//),
  base64: text('base64', /^(\s*[A-Za-z0-9+/]){2,}\s*={0,2}\s*$/),
  slug: text("letters, digits, '-', '_' and '.'", /^[\w.-]+$/),
  repository: text(
    'the name of an image, without scheme, tag and digest, in lower case',
    new RegExp(`^${REPOSITORY}(@sha256)?$`),
  ),
  tag: text('the tag of an image', new RegExp(`^(${TAG}|[0-9a-f]{64})(@${DIGEST})?$`)),
  digest: text('a digest: sha256: and 64 hexadecimal digits', new RegExp(`^${DIGEST}$`)),
  image: text(
    'an image: a name in lower case, a tag, a digest: quay.io/jupyter/base-notebook:2026-01-05',
    new RegExp(`^${REPOSITORY}(:${TAG})?(@${DIGEST})?$`),
  ),
  'mail address': text('a mail address', /^[^\s@]+@[^\s@]+$/),
  'what is not blank': text('a string that is not blank', /\S/),
  'OAuth client': text('the id of an OAuth client that begins with service-', /^service-\S+$/),
} satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
