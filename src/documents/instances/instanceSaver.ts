// Sends a saved document of a plugin instance to Konnect: checked here first, and only where changes are allowed.
import { isDeepStrictEqual } from 'node:util';
import { FileSystemError, l10n, type Uri } from 'vscode';
import { refuseAnyChange } from '../../host/changes';
import { notConnected } from '../../host/connection/activeClient';
import { connectionKey } from '../../host/connection/connections';
import { isUserError, UserError } from '../../host/userError';
import { instanceText } from '../../instances/instanceText';
import { numberOfMark } from '../../instances/masks';
import { fieldProblems, readInstance } from '../../instances/readInstance';
import type { Plugin } from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import type { PluginWrite } from '../../konnect/resources/pluginBody';
import { pluginWrite } from '../../konnect/resources/pluginWrite';
import { unlessMissing } from '../../operations/unlessMissing';
import type { InstanceDiagnostics } from './instanceDiagnostics';
import type { InstanceForms, PluginForm } from './instanceForms';
import type { InstanceStoreOptions } from './instanceStoreOptions';
import {
  addressOf,
  connectionDigest,
  keyOf,
  type NewInstance,
  type StoredInstance,
} from './instanceUri';
import { type InstanceVersions, type Version, versionOf } from './instanceVersions';

export interface InstanceSaverOptions extends InstanceStoreOptions {
  readonly forms: InstanceForms;
  readonly versions: InstanceVersions;
  readonly diagnostics: InstanceDiagnostics;
}

export class InstanceSaver {
  readonly #options: InstanceSaverOptions;
  readonly #created = new Map<string, Plugin>();

  constructor(options: InstanceSaverOptions) {
    this.#options = options;
  }

  /** What was made of a new instance, once. */
  takeCreated(uri: Uri): Plugin | undefined {
    const plugin = this.#created.get(keyOf(uri));
    this.#created.delete(keyOf(uri));
    return plugin;
  }

  async isReachable(uri: Uri): Promise<boolean> {
    const active = await this.#options.connections.active();
    return (
      active !== undefined && connectionDigest(connectionKey(active)) === addressOf(uri).connection
    );
  }

  /** Undefined for what is not in Konnect yet. */
  read(uri: Uri): Promise<Plugin | undefined> {
    const address = addressOf(uri);
    if (!('id' in address)) return Promise.resolve(undefined);
    return this.#worded(uri, '', async () => {
      await this.#refuseOther(uri);
      const konnect = await this.#options.client.get();
      const plugin = await unlessMissing(konnect.plugins.get(address.controlPlane, address.id));
      if (plugin === undefined) throw FileSystemError.FileNotFound(uri);
      return plugin;
    });
  }

  /** @throws FileSystemError in words that VS Code shows; the document keeps its text then */
  save(uri: Uri, text: string): Promise<Plugin> {
    const { connections, diagnostics, onSaved, tell } = this.#options;
    return this.#worded(uri, text, async () => {
      await refuseAnyChange(connections);
      await this.#refuseOther(uri);
      diagnostics.clear(uri);
      const address = addressOf(uri);
      const plugin =
        'id' in address
          ? await this.#replace(uri, address, text)
          : await this.#create(uri, address, text);
      const name = plugin.instance_name ?? plugin.name;
      tell.info(
        'id' in address
          ? l10n.t('Saved {0} in Konnect.', name)
          : l10n.t('Added {0} in Konnect.', name),
      );
      onSaved(address.controlPlane);
      return plugin;
    });
  }

  async #create(uri: Uri, address: NewInstance, text: string): Promise<Plugin> {
    const { controlPlane, plugin: name, scope } = address;
    const form = await this.#options.forms.of(controlPlane, name);
    const body = this.#body(uri, text, name, { secrets: [] }, form);
    const konnect = await this.#options.client.get();
    const runsFor = Object.fromEntries(scope.map(({ field, id }) => [field, { id }]));
    const plugin = await konnect.plugins.create(controlPlane, { ...body, ...runsFor });
    this.#created.set(keyOf(uri), plugin);
    return plugin;
  }

  async #replace(uri: Uri, address: StoredInstance, text: string): Promise<Plugin> {
    const { controlPlane, id } = address;
    const current = this.#options.versions.takeSeen(uri) ?? (await this.read(uri));
    if (current === undefined) throw FileSystemError.FileNotFound(uri);
    const form = await this.#options.forms.of(controlPlane, current.name);
    const base = this.#base(uri, text, current, form);
    const body = {
      ...unseen(pluginWrite(current)),
      ...this.#body(uri, text, current.name, base, form),
    };
    const konnect = await this.#options.client.get();
    return konnect.plugins.put(controlPlane, id, body);
  }

  /** What the document was made from; of a document that has outlived its window, only whether it is still so. */
  #base(uri: Uri, text: string, current: Plugin, form: PluginForm): Pick<Version, 'secrets'> {
    const { versions } = this.#options;
    const base = versions.base(uri);
    if (base === undefined) {
      if (versions.wasBase(uri, current)) return instanceText(current, form);
      if (!hasMarks(text)) return { secrets: [] };
      throw new UserError(
        l10n.t(
          'It was changed in Konnect since this text was made, so it is not known any more which secrets its marks stand for. Copy your changes, revert the document, and make them again.',
        ),
      );
    }
    // Within one second VS Code cannot tell that another one was faster.
    const isSameSecond = base.plugin.updated_at === current.updated_at;
    const isOther = isSameSecond && versionOf(base.plugin) !== versionOf(current);
    if (isOther && !isSameJson(text, instanceText(current, form).text)) {
      throw new UserError(
        l10n.t('Somebody else changed it in the same moment. Revert the document to see how.'),
      );
    }
    return base;
  }

  #body(
    uri: Uri,
    text: string,
    name: string,
    masked: Pick<Version, 'secrets'>,
    form: PluginForm,
  ): PluginWrite {
    const reading = readInstance(text, { name, masked, check: form.failures, t: l10n.t });
    if ('body' in reading) return { ...reading.body, name };
    this.#options.diagnostics.show(uri, reading.problems);
    const [first] = reading.problems;
    throw new UserError(
      l10n.t(
        'Nothing was sent. Problems: {0}, the first: {1}',
        reading.problems.length,
        first?.message ?? '',
      ),
    );
  }

  async #refuseOther(uri: Uri): Promise<void> {
    const active = await this.#options.connections.active();
    if (active === undefined) throw notConnected();
    if (await this.isReachable(uri)) return;
    throw new UserError(
      l10n.t('This instance belongs to another connection. Switch to that one first.'),
    );
  }

  /** VS Code shows the message of a failed save, and nothing but that. */
  async #worded<T>(uri: Uri, text: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof FileSystemError) throw error;
      if (isUserError(error)) throw FileSystemError.Unavailable(error.message);
      if (!isKonnectError(error)) throw error;
      this.#options.log.error(`plugin instance: ${error.message}`);
      this.#showFields(uri, text, error.fields ?? []);
      throw FileSystemError.Unavailable(error.message);
    }
  }

  /** What Konnect names by a path is shown there. */
  #showFields(uri: Uri, text: string, fields: readonly { field: string; reason: string }[]): void {
    const problems = fieldProblems(text, fields);
    this.#options.diagnostics.show(uri, problems);
  }
}

/** As after an answer that was lost: what was sent then is there. */
function isSameJson(one: string, other: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
  } catch {
    return false;
  }
}

/** What the document does not show, and so cannot take away. */
function unseen({ service, route, consumer, consumer_group, partials }: PluginWrite) {
  return {
    ...(service && { service }),
    ...(route && { route }),
    ...(consumer && { consumer }),
    ...(consumer_group && { consumer_group }),
    ...(partials && { partials }),
  };
}

function hasMarks(text: string): boolean {
  return [...text.matchAll(/"([^"\\]*)"/g)].some(([, one = '']) => numberOfMark(one) !== undefined);
}
