// The file system of plugin instances, as VS Code asks it; what it does is loaded with the first question.
import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type TextDocumentContentProvider,
  Uri,
} from 'vscode';
import { instanceSchemaUri } from '../../manifest';
import type { InstanceStore } from './instanceStore';

export class InstanceFiles implements FileSystemProvider {
  readonly #store: () => Promise<InstanceStore>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();

  readonly onDidChangeFile = this.#changed.event;

  constructor(store: () => Promise<InstanceStore>) {
    this.#store = store;
  }

  /** What is in Konnect is another thing than what was read. */
  changed(uri: Uri): void {
    this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
  }

  async stat(uri: Uri): Promise<FileStat> {
    // Whoever writes a file looks first whether its folder is there.
    if (uri.path.split('/').length < 3)
      return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return (await this.#store()).stat(uri);
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.#store()).readFile(uri);
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    await (await this.#store()).writeFile(uri, content);
  }

  /** Konnect tells of no change by itself. */
  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

const schema = Uri.parse(instanceSchemaUri);

/** The schema of the open instances for VS Code's JSON support, and stored secrets for who asked to see them. */
export class InstanceTexts implements TextDocumentContentProvider {
  readonly #store: () => Promise<InstanceStore>;
  readonly #changed = new EventEmitter<Uri>();

  readonly onDidChange = this.#changed.event;

  constructor(store: () => Promise<InstanceStore>) {
    this.#store = store;
  }

  schemaChanged(): void {
    this.#changed.fire(schema);
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const store = await this.#store();
    return uri.path === schema.path ? store.schemaText() : store.secretsText(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
