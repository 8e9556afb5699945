// What can be done about a finding: the mending that its rule knows, or a comment that switches the rule off.
import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  l10n,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { Finding, TextEdit } from '../lua/finding';
import { fixAllKind } from './fixAllKind';
import type { LuaDiagnostics } from './luaDiagnostics';
import { diagnosticSource, toRange } from './toDiagnostic';

export interface QuickFixesOptions {
  readonly diagnostics: LuaDiagnostics;
  readonly load: () => Promise<
    Pick<typeof import('../lua/engine'), 'certainEdits' | 'disableLine' | 'disableFile'>
  >;
}

export class QuickFixes {
  readonly #options: QuickFixesOptions;

  constructor(options: QuickFixesOptions) {
    this.#options = options;
  }

  async actions(document: TextDocument, context: CodeActionContext): Promise<CodeAction[]> {
    if (context.only !== undefined && !context.only.contains(CodeActionKind.QuickFix)) {
      return context.only.contains(fixAllKind) ? this.#fixAll(document) : [];
    }
    const ours = context.diagnostics.filter(({ source }) => source === diagnosticSource);
    if (ours.length === 0) return [];
    const findings = await this.#options.diagnostics.findingsNow(document);
    const found = ours.flatMap((diagnostic) => {
      const finding = findings.find((one) => isOf(one, diagnostic));
      return finding === undefined ? [] : [{ diagnostic, finding }];
    });
    const fixes = found.flatMap(({ diagnostic, finding: { fix } }) =>
      fix === undefined ? [] : [action(document, diagnostic, fix.title, fix.edits, true)],
    );
    const silenced = await Promise.all(
      found.map(({ diagnostic, finding }) => this.#silence(document, diagnostic, finding)),
    );
    return [...fixes, ...silenced.flat()];
  }

  async #fixAll(document: TextDocument): Promise<CodeAction[]> {
    const findings = await this.#options.diagnostics.findingsNow(document);
    const { certainEdits } = await this.#options.load();
    const edits = certainEdits(findings);
    if (edits.length === 0) return [];
    const fixAll = new CodeAction(
      l10n.t('Fix all Kong findings that have one sure fix'),
      fixAllKind,
    );
    fixAll.edit = editOf(document, edits);
    return [fixAll];
  }

  async #silence(
    document: TextDocument,
    diagnostic: Diagnostic,
    { rule, range }: Finding,
  ): Promise<CodeAction[]> {
    const { disableLine, disableFile } = await this.#options.load();
    const text = document.getText();
    const line = disableLine(text, rule, range.start.line);
    const forLine = l10n.t('Disable {0} for this line', rule);
    const forFile = l10n.t('Disable {0} for this file', rule);
    return [
      ...(line === undefined ? [] : [action(document, diagnostic, forLine, [line])]),
      action(document, diagnostic, forFile, [disableFile(text, rule)]),
    ];
  }
}

function isOf(finding: Finding, { code, range }: Diagnostic): boolean {
  const rule = typeof code === 'object' ? code.value : code;
  return finding.rule === rule && toRange(finding.range).isEqual(range);
}

function action(
  document: TextDocument,
  diagnostic: Diagnostic,
  title: string,
  edits: readonly TextEdit[],
  isPreferred = false,
): CodeAction {
  const made = new CodeAction(title, CodeActionKind.QuickFix);
  made.diagnostics = [diagnostic];
  made.isPreferred = isPreferred;
  made.edit = editOf(document, edits);
  return made;
}

function editOf({ uri }: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, text } of edits) edit.replace(uri, toRange(range), text);
  return edit;
}
