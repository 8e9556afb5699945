// What the editor asks about a place in a plugin file, and the forms that answers take.
import type { Translate } from '../../text';
import type { PluginFile, TextRange } from '../finding';
import type { SandboxName } from '../rule';
import type { LuaSource } from '../source';

export interface AssistRequest {
  readonly t: Translate;
  readonly file: PluginFile;
  /** As it stands now, half-typed statements included; without a byte order mark. */
  readonly text: string;
  readonly offset: number;
  /** The plugin's schema.lua, where this is its handler. */
  readonly schema: LuaSource | undefined;
  readonly sandbox: SandboxName;
  /** Where the sandbox comes from, in words. */
  readonly sandboxOrigin: string;
  readonly gatewayVersion: string | undefined;
  /** A Lua language server is there too: what is plain Lua is left to it. */
  readonly leaveLua: boolean;
  /** It knows the PDK, too. */
  readonly leavePdk: boolean;
}

export type SuggestionKind =
  | 'function'
  | 'field'
  | 'module'
  | 'value'
  | 'phase'
  | 'keyword'
  | 'variable';

export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** Directly behind the label: `(name: string)`. */
  readonly signature?: string;
  /** At the end of the row. */
  readonly note?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Inserted instead of the label, in the form of VS Code's snippets. */
  readonly snippet?: string;
  /** Why it cannot be used here: shown struck through and last. */
  readonly refusal?: string;
  /** Shown before the others. */
  readonly isLikely?: boolean;
  /** Order among those; by name where there is none. */
  readonly rank?: number;
  /** What to show once it is inserted. */
  readonly shows?: 'parameters' | 'suggestions';
}

export interface Completion {
  readonly suggestions: readonly Suggestion[];
  /** The word that a suggestion takes the place of, and the part of it in front of the cursor. */
  readonly word: TextRange;
}

export interface Description {
  readonly markdown: string;
  readonly range: TextRange;
}

export interface Signature {
  readonly label: string;
  /** Places of the parameters in the label. */
  readonly parameters: readonly (readonly [start: number, end: number])[];
  readonly active: number;
  readonly markdown: string;
}
