// Completion, hover, signatures, symbols and definitions in plugin files: questions to the Lua engine, its answers in VS Code's form.
import {
  type CancellationToken,
  type CompletionList,
  type DocumentSymbol,
  type Hover,
  type LocationLink,
  l10n,
  type Position,
  type SignatureHelp,
  type TextDocument,
} from 'vscode';
import { readText } from '../diagnostics/fileText';
import type { LuaServer } from '../diagnostics/luaServer';
import {
  type PluginFileKind,
  pluginFile,
  pluginFileKind,
  pluginFolder,
} from '../diagnostics/pluginFileKind';
import { QuickFixes, type QuickFixesOptions } from '../diagnostics/quickFixes';
import type { Sandboxes } from '../diagnostics/sandboxes';
import type { AssistRequest } from '../lua/assist/request';
import type { LuaSource } from '../lua/source';
import { LuaDefinitions, type LuaDefinitionsOptions } from './luaDefinitions';
import { toCompletionList } from './toCompletion';
import { toHover, toLink, toSignatureHelp, toSymbol } from './toEditor';

type Engine = typeof import('../lua/engine');

export interface PluginLanguageOptions extends QuickFixesOptions, LuaDefinitionsOptions {
  readonly sandboxes: Sandboxes;
  readonly luaServer: LuaServer;
  /** The Lua bundle, behind its seam. */
  readonly load: () => Promise<Engine>;
}

/** Both files of a plugin, and their versions before. */
const sourcesKept = 4;

export class PluginLanguage {
  readonly quickFixes: QuickFixes;
  readonly definitions: LuaDefinitions;
  readonly #options: PluginLanguageOptions;
  #sources: readonly LuaSource[] = [];

  constructor(options: PluginLanguageOptions) {
    this.#options = options;
    this.quickFixes = new QuickFixes(options);
    this.definitions = new LuaDefinitions(options);
  }

  async complete(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<CompletionList | undefined> {
    const engine = await this.#options.load();
    const request = await this.#request(engine, document, position, token);
    const completion = request && engine.complete(request);
    return completion && toCompletionList(completion, position);
  }

  async hover(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const engine = await this.#options.load();
    const request = await this.#request(engine, document, position, token);
    const source = request && this.#source(engine, request.file, request.text);
    const description = request && source && engine.describe(source, request);
    return description && toHover(description);
  }

  async signature(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<SignatureHelp | undefined> {
    const engine = await this.#options.load();
    const request = await this.#request(engine, document, position, token);
    const signature = request && engine.signatureAt(request);
    return signature && toSignatureHelp(signature);
  }

  /** Of a handler a Lua language server knows as much. */
  async symbols(document: TextDocument): Promise<DocumentSymbol[]> {
    const kind = pluginFileKind(document.uri);
    if (kind === undefined || (kind === 'handler' && this.#options.luaServer.isThere)) return [];
    const engine = await this.#options.load();
    return engine.outlineOf(this.#source(engine, kind, document.getText())).map(toSymbol);
  }

  async definition(document: TextDocument, position: Position): Promise<LocationLink[]> {
    if (pluginFileKind(document.uri) !== 'handler') return [];
    const engine = await this.#options.load();
    const schema = await this.#schemaOf(engine, document);
    if (schema === undefined) return [];
    const handler = this.#source(engine, 'handler', document.getText());
    const found = engine.definitionAt(handler, schema, document.offsetAt(position));
    return found === undefined
      ? []
      : [toLink(found, pluginFile(pluginFolder(document.uri), 'schema'))];
  }

  /** Nothing where the editor does not wait for the answer any more. */
  async #request(
    engine: Engine,
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<AssistRequest | undefined> {
    const file = pluginFileKind(document.uri);
    if (file === undefined) return undefined;
    this.definitions.look(document.uri);
    // Read first: the document may change while the rest is awaited.
    const [text, offset] = [document.getText(), document.offsetAt(position)];
    const { sandboxes, luaServer } = this.#options;
    const { sandbox, sandboxOrigin, gatewayVersion } = await sandboxes.of(
      pluginFolder(document.uri),
    );
    const schema = file === 'handler' ? await this.#schemaOf(engine, document) : undefined;
    if (token.isCancellationRequested) return undefined;
    return {
      t: l10n.t,
      file,
      text,
      offset,
      schema,
      sandbox,
      sandboxOrigin: sandboxOrigin ?? l10n.t('the default'),
      gatewayVersion,
      leaveLua: luaServer.isThere,
      leavePdk: luaServer.knowsPdk(document.uri),
    };
  }

  async #schemaOf(engine: Engine, { uri }: TextDocument): Promise<LuaSource | undefined> {
    const file = await readText(pluginFile(pluginFolder(uri), 'schema'));
    return file && this.#source(engine, 'schema', file.text);
  }

  #source({ LuaSource }: Engine, file: PluginFileKind, text: string): LuaSource {
    const known = this.#sources.find((source) => source.file === file && source.text === text);
    const source = known ?? new LuaSource(file, text);
    const others = this.#sources.filter((other) => other !== source);
    this.#sources = [source, ...others].slice(0, sourcesKept);
    return source;
  }
}
