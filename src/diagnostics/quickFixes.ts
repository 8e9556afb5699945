// The mending that a rule knows, offered as a quick fix.
import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { Finding } from '../lua/finding';
import type { LuaDiagnostics } from './luaDiagnostics';
import { diagnosticSource, toRange } from './toDiagnostic';

export class QuickFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];
  readonly #diagnostics: LuaDiagnostics;

  constructor(diagnostics: LuaDiagnostics) {
    this.#diagnostics = diagnostics;
  }

  provideCodeActions(
    document: TextDocument,
    _range: Range,
    context: CodeActionContext,
  ): CodeAction[] {
    const findings = this.#diagnostics.findings(document.uri);
    return context.diagnostics
      .filter(({ source }) => source === diagnosticSource)
      .flatMap((diagnostic) => {
        const finding = findings.find((one) => isOf(one, diagnostic));
        return finding?.fix === undefined ? [] : [fixAction(document, diagnostic, finding.fix)];
      });
  }
}

function isOf(finding: Finding, { code, range }: Diagnostic): boolean {
  const rule = typeof code === 'object' ? code.value : code;
  return finding.rule === rule && toRange(finding.range).isEqual(range);
}

function fixAction(
  document: TextDocument,
  diagnostic: Diagnostic,
  fix: NonNullable<Finding['fix']>,
): CodeAction {
  const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  action.edit = new WorkspaceEdit();
  for (const { range, text } of fix.edits) action.edit.replace(document.uri, toRange(range), text);
  return action;
}
