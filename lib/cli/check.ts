import { chartName, checkHelmValues, ValuesFinding } from '../rules/values';
import { HelmValues } from '../values/helm-values';
import { formatProblem } from '../values/read/problem';
import { LIBRARY_VERSION } from '../version';
import { RULES } from '../rules/list';
import { addressOf } from '../rules/page';
import { messageOf, Severity } from '../rules/rule';

/** How `check` prints, and what it fails at. */
export interface CheckOptions {
  /** Warnings fail too. */
  readonly strict?: boolean;
  readonly format?: 'text' | 'json' | 'sarif';
}

/** What is printed, and the exit status. */
export interface CheckResult {
  readonly output: string;
  readonly status: number;
}

function asText(findings: readonly ValuesFinding[]): string {
  const lines = findings.map((finding) => {
    const meant = finding.suppressed === undefined ? '' : ` (allowed: ${finding.suppressed})`;
    return `${finding.severity}: ${formatProblem(finding)}${meant}\n`;
  });
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  const allowed = findings.length - open.length;
  return [
    ...lines,
    `${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes${allowed ? `, ${allowed} allowed` : ''}\n`,
  ].join('');
}

function asJson(findings: readonly ValuesFinding[]): string {
  const entries = findings.map(({ id, severity, path, message, position, suppressed }) => ({
    id,
    severity,
    path,
    message,
    ...position,
    suppressed,
  }));
  return `${JSON.stringify({ findings: entries }, undefined, 2)}\n`;
}

/** SARIF 2.1.0, which code hosts show beside the lines. */
function asSarif(findings: readonly ValuesFinding[]): string {
  const results = findings.map(({ id, severity, path, message, position, suppressed }) => ({
    ruleId: id,
    level: severity,
    message: { text: path === undefined ? message : `${path}: ${message}` },
    ...(position && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(position.file.replace(/\\/g, '/')) },
            ...(position.line !== undefined && { region: { startLine: position.line, startColumn: position.column } }),
          },
        },
      ],
    }),
    ...(suppressed !== undefined && { suppressions: [{ kind: 'inSource', justification: suppressed }] }),
  }));
  const rules = RULES.map(({ id, title, effect, mend, severity }) => ({
    id,
    shortDescription: { text: title },
    help: { text: messageOf({ id, severity, path: [], what: title, effect, mend }, chartName) },
    helpUri: addressOf(id),
  }));
  const driver = { name: 'cdk8s-jupyterhub', version: LIBRARY_VERSION, rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const FORMATS = { text: asText, json: asJson, sarif: asSarif };

/** All findings about values: a report, and whether they pass. */
export function check(values: HelmValues, { strict = false, format = 'text' }: CheckOptions): CheckResult {
  const { findings } = checkHelmValues(values);
  const fails = ({ severity, suppressed }: ValuesFinding) =>
    severity === 'error' || (strict && severity === 'warning' && suppressed === undefined);
  return { output: FORMATS[format](findings), status: findings.some(fails) ? 1 : 0 };
}
