import { traitsOf, traitClasses } from '../jupyterhub/classes';
import { Path } from '../data/maps';
import { secretsOfArguments, secretsOfScript } from '../secrets/command';
import { isCredentialKey, shapesIn } from '../secrets/credentials';
import { isNoCredential, mayShow } from '../secrets/names';
import { withHidden } from '../secrets/partly';
import { secretsOfPython } from '../secrets/python';
import { SecretValue } from '../secrets/secret-value';
import { secretsOfUrls } from '../secrets/url';

/** Keys of commands: in a shell or as a list of arguments. */
const COMMANDS = new Set(['cmd', 'args', 'command']);

/** Keys of variables: whatever may stand in them. */
const VARIABLES = new Set(['env', 'environment', 'extraEnv', 'extra_env', 'environ']);

/** Traits of a map for anything, which are made of words and addresses. */
const PLAIN_MAPS =
  /^(volumes|volume_mounts|node_selector|.*labels|.*annotations|allowed_idps|extra_resource_(limits|guarantees))$/;

/** Whether the trait at a path is one of a known class, and no map for anything. */
function isKnownTrait([section, trait]: Path): boolean {
  if (!traitClasses().has(String(section))) return false;
  const known = traitsOf(String(section)).get(String(trait));
  return known !== undefined && (known.kind.is !== 'dict' || PLAIN_MAPS.test(String(trait)));
}

/** Whether anything may stand at a path: variables, traits of unknown classes, values of the deployment's own. */
function isOpenToAll(path: Path): boolean {
  if (path.slice(0, -1).some((key) => VARIABLES.has(String(key)))) return true;
  const [first, second] = path;
  if (first === 'custom' || (first === 'hub' && second === 'templateVars')) return true;
  if (first === 'hub' && second === 'config') return !isKnownTrait(path.slice(2));
  return /^[A-Z]/.test(String(first)) && first !== 'Chart' && first !== 'Release' && !isKnownTrait(path);
}

function isPython([first, second]: Path): boolean {
  return first === 'hub' && second === 'extraConfig';
}

function isContentOfFile([component, option, , content]: Path): boolean {
  return (component === 'hub' || component === 'singleuser') && option === 'extraFiles' && content !== 'mountPath';
}

/** What a file holds is a secret as a whole unless all of it is shown to be harmless: it goes to a Secret anyway. */
function hiddenContent(text: string, path: Path): string | SecretValue {
  const isShown =
    path[3] === 'data' ? mayShow(text, nameOf(path)) && !secretsOfScript(text).length : !secretsOfScript(text).length;
  return isShown && path[3] !== 'binaryData' ? text : SecretValue._of(text);
}

/** What tells a value's name: the last key that is a word. */
function nameOf(path: Path): string | undefined {
  const keys = path.filter((key): key is string => typeof key === 'string' && !/^\d+$/.test(key));
  const last = keys[keys.length - 1];
  return last === 'value' && keys.length > 1 ? keys[keys.length - 2] : last;
}

function hiddenString(text: string, path: Path): string | SecretValue {
  if (isPython(path)) return withHidden(text, secretsOfPython(text));
  if (isCredentialKey(path) && !isNoCredential(text)) return SecretValue._of(text);
  if (isContentOfFile(path)) return hiddenContent(text, path);
  const isScript = COMMANDS.has(String(path[path.length - 1])) || text.trim().includes('\n');
  if (isScript) return withHidden(text, secretsOfScript(text));
  const ranges = [...secretsOfUrls(text), ...shapesIn(text)];
  if (ranges.length) return withHidden(text, ranges);
  return isOpenToAll(path) && !mayShow(text, nameOf(path)) ? SecretValue._of(text) : text;
}

/**
 * A scalar with what is secret in it hidden: the value itself, or a `SecretValue`.
 * @param path where it stands: from the class, as in JupyterHub's configuration, or from the top of the chart's values
 */
export function hidden(value: unknown, path: Path): unknown {
  if (typeof value === 'string') return value === '' ? value : hiddenString(value, path);
  if (typeof value === 'number') return isCredentialKey(path) ? SecretValue._of(value) : value;
  return value;
}

/** Whether a list at a path is the arguments of a command. */
export function isCommand(path: Path): boolean {
  return COMMANDS.has(String(path[path.length - 1]));
}

/** The arguments of a command with what is secret in them hidden. */
export function hiddenArguments(args: readonly unknown[]): unknown[] {
  const ranges = secretsOfArguments(args);
  return args.map((arg, index) => (typeof arg === 'string' ? withHidden(arg, ranges[index]) : arg));
}
