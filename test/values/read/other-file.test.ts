import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { propsFromHelmValues } from '../../../lib/rules/values';

const folder = mkdtempSync(join(tmpdir(), 'other-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
const TARGET = { release: 'jhub', namespace: 'jhub' };

/** What is wrong with a file. */
function problems(text: string): string[] {
  const file = join(folder, 'app.yaml');
  writeFileSync(file, text);
  try {
    propsFromHelmValues({ ...TARGET, files: [file] }, () => undefined);
    return [];
  } catch (error) {
    return (error as Error).message.split(`${folder}/`).join('').split('\n');
  }
}

const ARGO = 'apiVersion: argoproj.io/v1alpha1\nkind: Application\n';
const FLUX = 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n';
const IS_ARGO = 'this is a manifest (Application of argoproj.io/v1alpha1), not a values file';
const IS_FLUX = 'this is a manifest (HelmRelease of helm.toolkit.fluxcd.io/v2), not a values file';
const NO_VALUES = 'this is not a values file of the chart';
const stand = (path: string) => `; the values of the chart stand in ${path}: give what is there as a file of its own`;
const named = (path: string) => `; the values of the chart are in what ${path} names`;

test.each([
  [
    'an Application of Argo CD',
    `${ARGO}spec: {source: {helm: {values: "hub:\\n  baseUrl: /x"}}}`,
    `app.yaml:3:24: ${IS_ARGO}${stand('spec.source.helm.values')}`,
  ],
  [
    'one of several sources, with values as a map',
    `${ARGO}spec: {sources: [{ref: x}, {helm: {valuesObject: {cull: {enabled: true}}}}]}`,
    `app.yaml:3:36: ${IS_ARGO}${stand('spec.sources[1].helm.valuesObject')}`,
  ],
  [
    'one that names files',
    `${ARGO}spec: {source: {helm: {valueFiles: [config.yaml]}}}`,
    `app.yaml:3:24: ${IS_ARGO}${named('spec.source.helm.valueFiles')}`,
  ],
  [
    'an ApplicationSet, whose values are a template',
    'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nspec: {template: {spec: {source: {helm: {values: "hub:\\n  {{x}}: {{y}}"}}}}}',
    `app.yaml:3:42: ${IS_ARGO.replace('Application', 'ApplicationSet')}${stand('spec.template.spec.source.helm.values')}`,
  ],
  [
    'a HelmRelease of Flux',
    `${FLUX}spec: {values: {singleuser: {uid: 1}}}`,
    `app.yaml:3:8: ${IS_FLUX}${stand('spec.values')}`,
  ],
  [
    'one that refers to values',
    `${FLUX}spec: {valuesFrom: [{kind: ConfigMap, name: a}]}`,
    `app.yaml:3:8: ${IS_FLUX}${named('spec.valuesFrom')}`,
  ],
  ['one without values', `${FLUX}spec: {}`, `app.yaml: ${IS_FLUX}`],
  [
    'a Kustomization',
    'helmCharts: [{name: jupyterhub, valuesInline: {proxy: {service: {}}}}]',
    `app.yaml:1:33: ${NO_VALUES}${stand('helmCharts[0].valuesInline')}`,
  ],
  [
    'one that names a file',
    'helmCharts: [{valuesFile: a.yaml}]',
    `app.yaml:1:15: ${NO_VALUES}${named('helmCharts[0].valuesFile')}`,
  ],
  [
    'a Helmfile',
    'releases: [{name: a, values: [a.yaml, {hub: {baseUrl: /x}}]}]',
    `app.yaml:1:39: ${NO_VALUES}${stand('releases[0].values[1]')}`,
  ],
  ['a fleet.yaml', 'helm: {values: {hub: {baseUrl: /x}}}', `app.yaml:1:8: ${NO_VALUES}${stand('helm.values')}`],
  [
    'Terraform in JSON',
    '{"resource": {"helm_release": {"hub": {"values": ["hub:\\n  baseUrl: /x"]}}}}',
    `app.yaml:1:51: ${NO_VALUES}${stand('resource.helm_release.hub.values[0]')}`,
  ],
  [
    'a chart around this one',
    'nfs: {}\njupyterhub: {hub: {baseUrl: /x}}',
    `app.yaml:2:1: ${NO_VALUES}${stand('jupyterhub')}`,
  ],
  ['two of them', 'a: {jupyterhub: {hub: {baseUrl: /x}}}', `app.yaml:1:5: ${NO_VALUES}${stand('a.jupyterhub')}`],
  [
    'one with an Ingress only',
    'jupyterhub: {ingress: {enabled: true}}',
    `app.yaml:1:1: ${NO_VALUES}${stand('jupyterhub')}`,
  ],
  [
    'a Chart.yaml',
    'apiVersion: v2\nname: a\nversion: 1.0.0',
    'app.yaml: this is the Chart.yaml of a chart, not a values file',
  ],
])('%s is told in one line', (_, text, message) => {
  expect(problems(text)).toEqual([message]);
});

test('data of the user may look like values', () => {
  expect(problems('custom: {hub: {baseUrl: /x}, a: "hub:"}')).toEqual([]);
  expect(problems('hub: {templateVars: {hub: {baseUrl: /x}, valuesFile: a}}')).toEqual([]);
});

test('inline values of a program are held to the same', () => {
  const values = { jupyterhub: { hub: { baseUrl: '/x' } } };
  expect(() => propsFromHelmValues({ ...TARGET, values })).toThrow(`${NO_VALUES}${stand('jupyterhub')}`);
});
