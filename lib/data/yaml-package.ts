/** The `yaml` package: loaded when something is first read or written by it, as importing the library has to be quick. */
export function yamlPackage() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('yaml') as typeof import('yaml');
}
