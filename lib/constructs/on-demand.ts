/* eslint-disable @typescript-eslint/no-require-imports -- an import would load these with the library, which has to be quick */

/** Values of the chart, with all that reads YAML: for programs that have such. */
export function valuesRoom() {
  return require('../rules/values') as typeof import('../rules/values');
}

/** The rules, with what they know of users' pods: for synth. */
export function rulesRoom() {
  return require('../rules/program') as typeof import('../rules/program');
}

/** What is written for reviews: for programs that ask for it. */
export function reviews() {
  return require('./review') as typeof import('./review');
}
