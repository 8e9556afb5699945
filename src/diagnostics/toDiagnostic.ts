// A finding in VS Code's form.
import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  env,
  Location,
  Range,
  Uri,
} from 'vscode';
import type { Finding, Severity, TextRange } from '../lua/finding';
import { pluginFile } from './pluginFileKind';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;

export const diagnosticSource = 'kong';

/** @param extensionId the page of a rule opens through this extension's URI handler */
export function toDiagnostic(finding: Finding, folder: Uri, extensionId: string): Diagnostic {
  const diagnostic = new Diagnostic(
    toRange(finding.range),
    finding.message,
    severities[finding.severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = {
    value: finding.rule,
    target: Uri.parse(`${env.uriScheme}://${extensionId}/rule/${finding.rule}`),
  };
  if (finding.tags !== undefined) diagnostic.tags = finding.tags.map((tag) => tags[tag]);
  if (finding.related !== undefined) {
    diagnostic.relatedInformation = finding.related.map(
      ({ file, range, message }) =>
        new DiagnosticRelatedInformation(
          new Location(pluginFile(folder, file), toRange(range)),
          message,
        ),
    );
  }
  return diagnostic;
}

export function toRange({ start, end }: TextRange): Range {
  return new Range(start.line, start.column, end.line, end.column);
}
