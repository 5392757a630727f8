import { problems } from '../support/findings';
import { podSpec } from '../support/objects';

const args = (texts: string, others = '') =>
  podSpec('Deployment', 'hub', `hub: {args: ${texts}}\n${others}`).containers[0].args;

test.each([
  ['the release', '{{ .Release.Name }}-{{.Release.Namespace}}', 'jhub-jhub'],
  ['the chart', '{{ .Chart.Version }}', '4.4.0'],
  ['a value', '{{ .Values.custom.host }}', 'h.org'],
  ['a default', '--base={{ .Values.hub.baseUrl }}', '--base=/'],
  ['through filters', '--name={{ .Release.Name | upper | quote }}', '--name="JHUB"'],
  ['without the space beside a dash', 'a  {{- $.Release.Name -}}  b', 'ajhubb'],
  ['nothing for a comment', 'a{{/* why */}}', 'a'],
])('fills in %s', (_, text, expected) => {
  expect(args(`['${text}']`, 'custom: {host: h.org}')).toEqual([expected]);
});

test.each([
  ['quotes around a string', '"8000"', '8000'],
  ['a comment after it', 'a # b', 'a'],
])('takes %s for YAML, as it is in the template', (_, text, expected) => {
  expect(args(JSON.stringify([text]))).toEqual([expected]);
});

test.each(['8000', 'true', 'a: b', '- a', '[a', 'one\ntwo', ''])('keeps the text %j a string', (text) => {
  expect(args(JSON.stringify([text]))).toEqual([text]);
});

const KNOWN =
  'known are .Release.Name, .Release.Namespace, .Chart.*, .Values.* and the filters quote, squote, upper, lower, trim';

test.each([
  ['{{ include "x" . }}', `cannot evaluate {{ include "x" . }}; ${KNOWN}`],
  ['a {{ .Release.Name', 'has {{ without }}, which is no template'],
  ['{{ .Values.custom.none }}', `cannot evaluate {{ .Values.custom.none }}; ${KNOWN}`],
  ['{{ .Release.Name | constructor }}', `cannot evaluate {{ .Release.Name | constructor }}; ${KNOWN}`],
  [
    '{{ .Values.proxy.secretToken }}',
    '{{ .Values.proxy.secretToken }} is a secret, which everyone could read here; use an environment variable',
  ],
])('refuses %s', (text, expected) => {
  expect(problems(`hub: {args: ['${text}']}\nproxy: {secretToken: abc}`)).toEqual([`hub.args[0]: ${expected}`]);
});

test('a string of many blanks is no more work than its length', () => {
  const blanks = ' '.repeat(200_000);
  expect(
    args(JSON.stringify([`{{${blanks}.Release.Name${blanks}}}${blanks}{{- .Release.Namespace -}}${blanks}`])),
  ).toEqual(['jhubjhub']);
});
