// Plugin instances as files: read from Konnect with their secrets behind marks, checked and sent back when they are saved.
import {
  type FileStat,
  FileSystemError,
  FileType,
  l10n,
  languages,
  type TextDocument,
  TextDocumentSaveReason,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { DisposableStore } from '../../host/disposables';
import { documentSchema } from '../../instances/documentSchema';
import { instanceText } from '../../instances/instanceText';
import type { Plugin } from '../../konnect/client';
import { instanceScheme } from '../../manifest';
import { InstanceDiagnostics } from './instanceDiagnostics';
import { InstanceForms } from './instanceForms';
import { InstanceSaver } from './instanceSaver';
import type { InstanceStoreOptions } from './instanceStoreOptions';
import { addressOf, type InstanceAddress, instanceUri, keyOf } from './instanceUri';
import { InstanceVersions, sizeOf, type Version } from './instanceVersions';
import { SecretsLens } from './secretsLens';
import { SecretTexts } from './secretTexts';

export class InstanceStore {
  readonly #owned = new DisposableStore();
  readonly #options: InstanceStoreOptions;
  readonly #versions: InstanceVersions;
  readonly #forms: InstanceForms;
  readonly #saver: InstanceSaver;
  readonly #secrets = this.#owned.add(new SecretTexts());
  readonly #diagnostics = this.#owned.add(new InstanceDiagnostics());
  /** Why VS Code is about to write a document. */
  readonly #reasons = new Map<string, TextDocumentSaveReason>();
  /** The next look at it must differ from what was written, so that VS Code reads it anew. */
  readonly #justWritten = new Set<string>();

  constructor(options: InstanceStoreOptions) {
    this.#options = options;
    this.#versions = new InstanceVersions(options.memory, () => Date.now());
    this.#forms = new InstanceForms(options);
    this.#saver = new InstanceSaver({
      ...options,
      forms: this.#forms,
      versions: this.#versions,
      diagnostics: this.#diagnostics,
    });
    const lens = new SecretsLens((uri) => this.#versions.base(uri)?.secrets.length ?? 0);
    this.#owned.add(languages.registerCodeLensProvider({ scheme: instanceScheme }, lens));
    this.#listen();
  }

  async stat(uri: Uri): Promise<FileStat> {
    const plugin = await this.#look(uri);
    if (plugin === undefined) return { type: FileType.File, ctime: 0, mtime: 0, size: 0 };
    this.#versions.saw(uri, plugin);
    const again = this.#justWritten.delete(keyOf(uri)) ? 1 : 0;
    return {
      type: FileType.File,
      ctime: (plugin.created_at ?? 0) * 1000,
      mtime: (plugin.updated_at ?? 0) * 1000,
      size: sizeOf(plugin) + again,
    };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const plugin = this.#versions.takeSeen(uri) ?? (await this.#look(uri));
    if (plugin === undefined) return new Uint8Array();
    const version = await this.#render(uri, plugin);
    await this.#versions.rendered(uri, version);
    return Buffer.from(version.text, 'utf8');
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const key = keyOf(uri);
    const reason = this.#reasons.get(key);
    this.#reasons.delete(key);
    if (reason !== undefined && reason !== TextDocumentSaveReason.Manual) {
      throw FileSystemError.Unavailable(
        l10n.t('Auto Save sends nothing to Konnect. Save it yourself when it is ready.'),
      );
    }
    const saved = await this.#saver.save(uri, Buffer.from(content).toString('utf8'));
    this.#versions.saved(uri, saved);
    // For VS Code's look at what it wrote, and for reading it anew with the secrets behind marks.
    this.#versions.prime(uri, saved, 2);
    this.#justWritten.add(key);
    // A save looks again by itself; one that wrote the file past the document is not noticed by it.
    if (reason === undefined) this.#options.changed(uri);
  }

  /** Opens a document, the one that is open already if there is one. */
  async open(
    address: InstanceAddress,
    folder: string,
    label: string,
    plugin?: Plugin,
  ): Promise<TextDocument> {
    const wanted = instanceUri(address, folder, label);
    const open = workspace.textDocuments.find(({ uri }) => keyOf(uri) === keyOf(wanted));
    const uri = open?.uri ?? wanted;
    if (open === undefined && plugin !== undefined) this.#versions.prime(uri, plugin, 2);
    const document = await workspace.openTextDocument(uri);
    // The next look must be a real one: it is what a save is compared with.
    this.#versions.unprime(uri);
    await window.showTextDocument(document, { preview: false });
    return document;
  }

  get forms(): InstanceForms {
    return this.#forms;
  }

  /** Of all open documents. */
  async schemaText(): Promise<string> {
    const forms = await Promise.all(
      workspace.textDocuments.filter(isInstance).map(async (document) => {
        const name = /"name"\s*:\s*"([^"\\]+)"/.exec(document.getText())?.[1];
        if (name === undefined || !(await this.#saver.isReachable(document.uri))) return [];
        const { controlPlane } = addressOf(document.uri);
        const form = await this.#forms.of(controlPlane, name).catch(() => undefined);
        return form === undefined ? [] : [{ name, form }];
      }),
    );
    return JSON.stringify(documentSchema(forms.flat(), l10n.t));
  }

  secretsText(uri: Uri): string {
    return this.#secrets.text(uri);
  }

  /** Shows what the marks in a document stand for in a document of its own, which is never written anywhere. */
  async revealSecrets(uri: Uri): Promise<void> {
    await this.#secrets.show(this.#versions.base(uri)?.secrets ?? []);
  }

  countSecrets(uri: Uri): number {
    return this.#versions.base(uri)?.secrets.length ?? 0;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #render(uri: Uri, plugin: Plugin): Promise<Version> {
    const form = await this.#forms.of(addressOf(uri).controlPlane, plugin.name);
    return { plugin, ...instanceText(plugin, form) };
  }

  /** Undefined for what is not in Konnect yet. */
  async #look(uri: Uri): Promise<Plugin | undefined> {
    return this.#versions.takePrimed(uri) ?? this.#saver.read(uri);
  }

  #listen(): void {
    const { changed, schemaChanged } = this.#options;
    const ofInstances =
      (work: (document: TextDocument) => unknown) =>
      (document: TextDocument): void => {
        if (isInstance(document)) void work(document);
      };
    this.#owned.add(workspace.onDidOpenTextDocument(ofInstances(schemaChanged)));
    this.#owned.add(
      workspace.onWillSaveTextDocument(({ document, reason }) =>
        ofInstances(({ uri }) => this.#reasons.set(keyOf(uri), reason))(document),
      ),
    );
    this.#owned.add(
      workspace.onDidChangeTextDocument(({ document }) =>
        ofInstances(async (one) => {
          this.#diagnostics.clear(one.uri);
          await this.#versions.documentChanged(one);
        })(document),
      ),
    );
    this.#owned.add(
      workspace.onDidSaveTextDocument(
        ofInstances(async ({ uri }) => {
          const created = this.#saver.takeCreated(uri);
          if (created === undefined) changed(uri);
          else await this.#swap(uri, created);
        }),
      ),
    );
    this.#owned.add(
      workspace.onDidCloseTextDocument(
        ofInstances(async ({ uri }) => {
          this.#diagnostics.clear(uri);
          await this.#versions.closed(uri);
        }),
      ),
    );
  }

  /** From now on the document is that of the instance in Konnect. */
  async #swap(uri: Uri, plugin: Plugin): Promise<void> {
    const { controlPlane, connection } = addressOf(uri);
    const folder = uri.path.split('/')[1] ?? '';
    const address = { controlPlane, connection, id: plugin.id };
    await this.open(address, folder, plugin.instance_name ?? plugin.name, plugin);
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const old = tabs.filter(({ input }) => {
      const shown = (input as { readonly uri?: Uri } | undefined)?.uri;
      return shown?.toString() === uri.toString();
    });
    await window.tabGroups.close(old);
  }
}

function isInstance({ uri }: TextDocument): boolean {
  return uri.scheme === instanceScheme;
}
