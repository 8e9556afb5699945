// What kept an instance from being saved, at its place in the document, until the next change of it.
import {
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  languages,
  Range,
  type Uri,
  workspace,
} from 'vscode';
import type { InstanceProblem } from '../../instances/readInstance';

export class InstanceDiagnostics {
  readonly #shown: DiagnosticCollection = languages.createDiagnosticCollection('kongInstances');

  show(uri: Uri, problems: readonly InstanceProblem[]): void {
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document === undefined) return;
    const diagnostics = problems.map(({ start, end, message }) => {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Error);
      diagnostic.source = 'kong';
      return diagnostic;
    });
    this.#shown.set(uri, diagnostics);
  }

  clear(uri: Uri): void {
    this.#shown.delete(uri);
  }

  dispose(): void {
    this.#shown.dispose();
  }
}
