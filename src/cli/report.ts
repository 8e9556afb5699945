// Writes findings as text, JSON, SARIF, or GitHub workflow commands.
import type { Finding, Severity } from '../lua/check';
import { rules } from '../lua/engine';
import type { Format } from './options';

export interface Located {
  readonly path: string;
  readonly finding: Finding;
}

export function report(format: Format, found: readonly Located[]): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(found.map(toRow), null, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(toSarif(found), null, 2)}\n`;
    case 'github':
      return found.map(toCommand).join('');
    case 'text':
      return toText(found);
  }
}

interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
}

/** Lines and columns from 1; columns in UTF-16 units as in the editor. */
function toRow({ path, finding: { range, severity, rule, message } }: Located): Row {
  return {
    path,
    line: range.start.line + 1,
    column: range.start.column + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.column + 1,
    severity,
    rule,
    message,
  };
}

function toText(found: readonly Located[]): string {
  const lines = found
    .map(toRow)
    .map(
      ({ path, line, column, severity, message, rule }) =>
        `${path}:${line}:${column}: ${severity}: ${message} [${rule}]\n`,
    );
  const count = (wanted: Severity) =>
    found.filter(({ finding }) => finding.severity === wanted).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const others = found.length - errors - warnings;
  return `${lines.join('')}${errors} errors, ${warnings} warnings, ${others} others\n`;
}

const commands = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
} as const;

function toCommand(located: Located): string {
  const { path, line, column, endLine, endColumn, severity, rule, message } = toRow(located);
  const place = { file: path, line, endLine, col: column, endColumn, title: rule };
  const properties = Object.entries(place).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(value: string | number): string {
  return escapeData(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

function toSarif(found: readonly Located[]): unknown {
  const driver = {
    name: 'kong-cloud-gateways',
    rules: rules.map(({ name, severity }) => ({
      id: name,
      defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
    })),
  };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: found.map(toResult) }],
  };
}

function toResult(located: Located): unknown {
  const { path, line, column, endLine, endColumn, severity, rule, message } = toRow(located);
  const steps = path.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
  const uri = path.startsWith('/') ? `file://${steps}` : steps;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}
