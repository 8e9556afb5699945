// What a rule is, and what it may ask: the parsed file, the other file, and the gateway it is written for.
import type { Translate } from '../text';
import type { FindingTag, PluginFile, Severity } from './finding';
import type { PluginSchema } from './schema/pluginSchema';
import type { LuaSource } from './source';
import type { Span } from './syntax/tree';

/** Which sandbox the data planes run plugin code in (`untrusted_lua`). */
export type SandboxName = 'strict' | 'lax' | 'sandbox' | 'on';

export interface RuleContext {
  readonly t: Translate;
  readonly handler: LuaSource | undefined;
  readonly schema: LuaSource | undefined;
  /** The name that the folder or the target gives the plugin. */
  readonly expectedName: string | undefined;
  /** What else lies in the plugin's folder: paths from there, with `/`. */
  readonly otherFiles: readonly string[];
  /** The schema under which the plugin is in use now, where that is known. */
  readonly remoteSchema: PluginSchema | undefined;
  readonly sandbox: SandboxName;
  /** Where it comes from, in words: "the default", "the setting", the name of a data plane group. */
  readonly sandboxOrigin: string;
  /** `3.14`, for example; absent: the newest known. */
  readonly gatewayVersion: string | undefined;
}

export interface Problem {
  readonly at: Span;
  readonly message: string;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  readonly tags?: readonly FindingTag[];
  readonly related?: readonly {
    readonly file: PluginFile;
    readonly at: Span;
    readonly message: string;
  }[];
  readonly fix?: Fix;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly at: Span; readonly text: string }[];
  /** Right whatever was meant: it may be made without a question, when a file is saved. */
  readonly isCertain?: boolean;
}

export interface Rule {
  readonly name: string;
  readonly severity: Severity | 'off';
  readonly file: PluginFile | 'both';
  check(source: LuaSource, context: RuleContext): Iterable<Problem>;
}
