/** Why JupyterHub refuses a user name, and does not start where its configuration has one; undefined where it takes it. */
export function userNameProblem(name: unknown): string | undefined {
  if (typeof name !== 'string') return 'must be a string';
  if (name === '') return 'is empty';
  if (name.trim() !== name) return 'begins or ends with a blank';
  return name.includes('/') ? 'has a slash in it' : undefined;
}

/** @throws where JupyterHub refuses one of the names */
export function refuseUserNames(option: string, names: readonly unknown[]): void {
  for (const name of names) {
    const problem = userNameProblem(name);
    if (problem) throw new Error(`${option}: the user name ${JSON.stringify(name)} ${problem}; JupyterHub refuses it`);
  }
}

/** A regular expression of Python's as one of JavaScript's; undefined where they differ. */
function fromPython(pattern: string): RegExp | undefined {
  // Groups with names and flags, and the ends of the text, are written in other ways there.
  if (/\(\?[P<aiLmsux(-]|\\[AZ]/.test(pattern.replace(/\(\?<?[=!]/g, ''))) return undefined;
  try {
    return new RegExp(`^(?:${pattern})`, 'u');
  } catch {
    return undefined;
  }
}

/** The names that do not match `Authenticator.username_pattern`; none where the pattern cannot be told. */
export function outsidePattern(names: readonly string[], pattern: unknown): string[] {
  const regex = typeof pattern === 'string' && pattern !== '' ? fromPython(pattern) : undefined;
  return regex ? names.filter((name) => !regex.test(name.toLowerCase())) : [];
}
