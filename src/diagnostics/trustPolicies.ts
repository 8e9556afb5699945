// Findings in open JSON files that are trust policies for a gateway's role, as you type.
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type LogOutputChannel,
  l10n,
  languages,
  Range,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import type { checkTrustPolicy } from '../aws/lint/checkTrustPolicy';
import type { TrustFinding } from '../aws/lint/finding';
import { looksLikeTrustPolicy } from '../aws/lint/looksLikeTrustPolicy';
import { DisposableStore } from '../host/disposables';
import type { Lazy } from '../host/lazy';
import { soon } from '../host/soon';
import { Debounce } from './debounce';
import type { KnownRolesReader } from './knownRoles';
import { diagnosticSource } from './toDiagnostic';

export interface TrustPoliciesOptions {
  readonly known: KnownRolesReader;
  /** The bundle behind the seam. */
  readonly linter: Lazy<{ readonly checkTrustPolicy: typeof checkTrustPolicy }>;
  readonly log: LogOutputChannel;
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** A policy has at most some hundred lines. */
const mostLines = 5000;

export class TrustPolicies implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #debounce = this.#owned.add(new Debounce(200));
  readonly #collection = this.#owned.add(
    languages.createDiagnosticCollection('kongCloudGateways.trustPolicies'),
  );
  readonly #options: TrustPoliciesOptions;
  /** The findings behind the diagnostics, for the quick fixes. */
  readonly #findings = new Map<string, readonly TrustFinding[]>();
  /** Files that the user asked about: they are checked whatever they look like. */
  readonly #asked = new Set<string>();

  constructor(options: TrustPoliciesOptions) {
    this.#options = options;
    this.#owned.add(workspace.onDidOpenTextDocument((document) => this.#check(document)));
    this.#owned.add(workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)));
    this.#owned.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isJson(document)) {
          this.#debounce.run(document.uri.toString(), () => this.#check(document));
        }
      }),
    );
    this.#owned.add(options.known.onDidChange(() => this.#checkOpen()));
    this.#owned.add(soon(() => this.#checkOpen()));
  }

  /** Checks it as a trust policy, and compares it with what Konnect says now. */
  async check(document: TextDocument): Promise<readonly TrustFinding[]> {
    this.#asked.add(document.uri.toString());
    this.#options.known.forget();
    await this.#options.known.load();
    await this.#run(document);
    return this.findings(document.uri);
  }

  findings(file: Uri): readonly TrustFinding[] {
    return this.#findings.get(file.toString()) ?? [];
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #checkOpen(): void {
    for (const document of workspace.textDocuments) this.#check(document);
  }

  #check(document: TextDocument): void {
    if (!isJson(document) || !isEditable(document.uri)) return;
    const isAsked = this.#asked.has(document.uri.toString());
    if (!isAsked && !looksLikeTrustPolicy(document.getText())) {
      this.#clear(document.uri);
      return;
    }
    void this.#run(document).catch((error) => this.#options.log.error('trust policy', error));
  }

  async #run(document: TextDocument): Promise<void> {
    const { version, uri } = document;
    const { checkTrustPolicy } = await this.#options.linter.get();
    // An edit since makes this stale: another check is on its way.
    if (document.isClosed || document.version !== version) return;
    const { current } = this.#options.known;
    const findings = checkTrustPolicy(document.getText(), current, l10n.t);
    this.#findings.set(uri.toString(), findings);
    this.#collection.set(
      uri,
      findings.map((finding) => toDiagnostic(document, finding)),
    );
  }

  #forget(uri: Uri): void {
    this.#asked.delete(uri.toString());
    this.#clear(uri);
  }

  #clear(uri: Uri): void {
    this.#findings.delete(uri.toString());
    this.#collection.delete(uri);
  }
}

function isJson({ languageId, lineCount }: TextDocument): boolean {
  return (languageId === 'json' || languageId === 'jsonc') && lineCount <= mostLines;
}

/** Not the read-only documents of others. */
function isEditable({ scheme }: Uri): boolean {
  return scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) === true;
}

function toDiagnostic(document: TextDocument, finding: TrustFinding): Diagnostic {
  const { start, end, message, severity, rule } = finding;
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const diagnostic = new Diagnostic(range, message, severities[severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = rule;
  return diagnostic;
}
