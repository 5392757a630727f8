/** A part of a path in a URL, as JupyterHub quotes it: letters, digits and `_.-~@` stay. */
export function quotePath(part: string): string {
  return encodeURIComponent(part)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%40/g, '@');
}
