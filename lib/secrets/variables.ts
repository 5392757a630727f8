import { isCredentialKey, shapesIn } from './credentials';
import { secretsOfScript } from './command';
import { isHarmless } from './harmless';
import { isNoCredential, mayShow } from './names';
import { secretsOfUrls } from './url';

/** A variable that the kubelet puts in, by its name; `$$(NAME)` is the text `$(NAME)`. */
const VARIABLE = /\$\([A-Z_][A-Z0-9_]*\)/g;

/** The first of the variables that a value is put together of, as `$(NAME)`. */
export function variableIn(value: string): string | undefined {
  return value.replace(/\$\$/g, '').match(VARIABLE)?.[0];
}

/** Whether a value is a variable of the container and nothing else. */
export function isVariable(value: unknown): boolean {
  return typeof value === 'string' && value.replace(/\$\$/g, '..').replace(VARIABLE, '') === '' && value !== '';
}

/** A variable's value as the container sees it: the kubelet takes the first of two dollars for an escape. */
export function unescaped(value: string): string {
  return value.replace(/\$\$/g, () => '$');
}

/** Whether there is more to a value than other variables and what joins them: a prefix, a word. */
function holdsMore(value: string): boolean {
  const rest = value.replace(/\$\$/g, '..').replace(VARIABLE, ' ').trim();
  return rest.split(/\s+/).some((part) => part.length > 2 && !isHarmless(part, 'strict'));
}

/**
 * Whether the value of a container's variable is a secret: one that is not shown to be harmless. What is put together of other variables only is none:
 * in a Secret the kubelet would leave `$(NAME)` as it is.
 */
export function isSecretVariable(name: string, value: string): boolean {
  if (shapesIn(value).length || secretsOfUrls(value).length) return true;
  if (variableIn(value) !== undefined) return isCredentialKey(['env', name]) && holdsMore(value);
  if (isCredentialKey(['env', name])) return !isNoCredential(value);
  return value.trim().includes('\n') ? secretsOfScript(value).length > 0 : !mayShow(value, name);
}
