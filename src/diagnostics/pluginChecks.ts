// Checks the two files of a plugin folder as they stand now: in an open editor, else on disk.
import { l10n, type Uri } from 'vscode';
import type { UploadTargets } from '../host/plugins/uploadTargets';
import { workspaceFiles } from '../host/plugins/workspaceFiles';
import type { Settings } from '../host/settings';
import type { ControlPlaneRef } from '../konnect/client';
import type { CheckOptions, CheckResult, PluginSource } from '../lua/check';
import type { Severity } from '../lua/finding';
import type { SchemaChange, SchemaImpact } from '../lua/schema/schemaImpact';
import { otherLuaFiles } from '../plugins/otherFiles';
import { expectedNameOf } from '../plugins/pluginPackage';
import { quietMessage } from '../plugins/quietMessage';
import type { Translate } from '../text';
import { readText } from './fileText';
import { type PluginFileKind, pluginFile, pluginFileKinds } from './pluginFileKind';
import type { Sandboxes } from './sandboxes';

export interface PluginChecksOptions {
  readonly settings: Settings;
  readonly targets: UploadTargets;
  readonly sandboxes: Sandboxes;
  /** The rules' bundle, behind its seam. */
  readonly load: () => Promise<{
    checkPlugin: (source: PluginSource, options: CheckOptions) => CheckResult;
    schemaImpact: (change: SchemaChange, t: Translate) => SchemaImpact;
    renamePlugin: (schema: string, to: string) => string | undefined;
  }>;
}

export interface PluginCheck extends CheckResult {
  /** What was checked, without a byte order mark; a file that does not exist is missing here. */
  readonly texts: Readonly<Partial<Record<PluginFileKind, string>>>;
  /** Versions of the open documents, by kind: a later edit makes this result stale. */
  readonly versions: Readonly<Partial<Record<PluginFileKind, number>>>;
}

export class PluginChecks {
  readonly #options: PluginChecksOptions;
  /** Other Lua files by folder: listing a large tree at every keystroke would cost more than the check. */
  readonly #others = new Map<string, Promise<readonly string[]>>();

  constructor(options: PluginChecksOptions) {
    this.#options = options;
  }

  /** Lists the folder anew at the next check. */
  folderChanged(folder: Uri): void {
    this.#others.delete(folder.toString());
  }

  /** @param controlPlane where the plugin is about to be uploaded to; without it the folder's remembered target counts */
  async check(folder: Uri, controlPlane?: ControlPlaneRef): Promise<PluginCheck> {
    const { load, settings, targets, sandboxes } = this.#options;
    const [{ checkPlugin }, sandbox, otherFiles, handler, schema] = await Promise.all([
      load(),
      sandboxes.of(folder, controlPlane),
      this.#otherFiles(folder),
      ...pluginFileKinds.map((kind) => readText(pluginFile(folder, kind))),
    ] as const);
    // An upload under a new name is asked about there; in the editor it is more likely a slip.
    const uploadedAs = controlPlane === undefined ? targets.pluginName(folder) : undefined;
    const expectedName = expectedNameOf(folder.path) ?? uploadedAs;
    const result = checkPlugin(
      {
        ...(handler && { handler: handler.text }),
        ...(schema && { schema: schema.text }),
        ...(expectedName !== undefined && { expectedName }),
        otherFiles,
      },
      { t: l10n.t, severities: severities(settings.rules(folder)), ...sandbox },
    );
    return {
      ...result,
      texts: { ...(handler && { handler: handler.text }), ...(schema && { schema: schema.text }) },
      versions: {
        ...(handler?.version !== undefined && { handler: handler.version }),
        ...(schema?.version !== undefined && { schema: schema.version }),
      },
    };
  }

  /** What another schema means for the instances that there are. */
  async impact(change: SchemaChange): Promise<SchemaImpact> {
    const { schemaImpact } = await this.#options.load();
    const { breaking, refused } = schemaImpact(change, l10n.t);
    const quiet = refused.map((failures, index) =>
      failures.map(({ path, message }) => {
        return { path, message: quietMessage(message, change.configs[index]) };
      }),
    );
    return { breaking, refused: quiet };
  }

  /** schema.lua under another name; undefined where the name is not written there as one text. */
  async renamed(schema: string, to: string): Promise<string | undefined> {
    const { renamePlugin } = await this.#options.load();
    return renamePlugin(schema, to);
  }

  #otherFiles(folder: Uri): Promise<readonly string[]> {
    const key = folder.toString();
    const others =
      this.#others.get(key) ??
      otherLuaFiles(folder.path, workspaceFiles(folder)).catch((): readonly string[] => []);
    this.#others.set(key, others);
    return others;
  }
}

const severityNames: readonly (Severity | 'off')[] = [
  'error',
  'warning',
  'information',
  'hint',
  'off',
];

/** Entries with an unknown severity are ignored here; package.json's schema marks them in the settings editor. */
function severities(rules: Readonly<Record<string, string>>): Record<string, Severity | 'off'> {
  const known: Record<string, Severity | 'off'> = {};
  for (const [rule, value] of Object.entries(rules)) {
    const severity = severityNames.find((name) => name === value);
    if (severity !== undefined) known[rule] = severity;
  }
  return known;
}
