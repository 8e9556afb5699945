// The mending of findings in trust policies, offered as quick fixes where there is one way to mend.
import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { TrustEdit, TrustFinding, TrustFix } from '../aws/lint/finding';
import { diagnosticSource } from './toDiagnostic';
import type { TrustPolicies } from './trustPolicies';

export class TrustPolicyFixes implements CodeActionProvider {
  static readonly languages = [{ language: 'json' }, { language: 'jsonc' }];
  static readonly kinds = [CodeActionKind.QuickFix];
  readonly #policies: TrustPolicies;

  constructor(policies: TrustPolicies) {
    this.#policies = policies;
  }

  provideCodeActions(
    document: TextDocument,
    _range: Range,
    { diagnostics }: CodeActionContext,
  ): CodeAction[] {
    const findings = this.#policies.findings(document.uri);
    return diagnostics
      .filter(({ source }) => source === diagnosticSource)
      .flatMap((diagnostic) => {
        const finding = findings.find((one) => isOf(one, diagnostic, document));
        return finding?.fix === undefined ? [] : [fixAction(document, diagnostic, finding.fix)];
      });
  }
}

function isOf(finding: TrustFinding, { code, range }: Diagnostic, document: TextDocument): boolean {
  return finding.rule === code && rangeOf(document, finding).isEqual(range);
}

function fixAction(document: TextDocument, diagnostic: Diagnostic, fix: TrustFix): CodeAction {
  const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  action.edit = new WorkspaceEdit();
  for (const edit of fix.edits) {
    action.edit.replace(document.uri, rangeOf(document, edit), edit.text);
  }
  return action;
}

function rangeOf(document: TextDocument, { start, end }: Pick<TrustEdit, 'start' | 'end'>): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
