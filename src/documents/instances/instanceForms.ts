// What the configuration of each plugin may hold, read once for each control plane.
import { type LogOutputChannel, l10n } from 'vscode';
import type { ActiveClient } from '../../host/connection/activeClient';
import type { ControlPlaneRef } from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import type { ConfigFailure } from '../../lua/check';
import type { ConfigForm } from '../../lua/schema/json/configForm';
import { unlessMissing } from '../../operations/unlessMissing';

type Engine = Pick<
  typeof import('../../lua/engine'),
  'configForm' | 'configFailures' | 'isBundledPlugin'
>;

export interface InstanceFormsOptions {
  readonly client: ActiveClient;
  readonly engine: () => Promise<Engine>;
  readonly log: LogOutputChannel;
}

export interface PluginForm extends ConfigForm {
  readonly failures: (config: unknown) => readonly ConfigFailure[];
}

export class InstanceForms {
  readonly #options: InstanceFormsOptions;
  readonly #forms = new Map<string, Promise<PluginForm>>();

  constructor(options: InstanceFormsOptions) {
    this.#options = options;
  }

  of(controlPlane: ControlPlaneRef, plugin: string): Promise<PluginForm> {
    const key = keyOf(controlPlane, plugin);
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    const reading = this.#read(controlPlane, plugin);
    this.#forms.set(key, reading);
    reading.catch(() => this.#forms.delete(key));
    return reading;
  }

  /** A custom plugin may have been uploaded anew since. */
  forget(controlPlane: ControlPlaneRef, plugin: string): void {
    this.#forms.delete(keyOf(controlPlane, plugin));
  }

  async #read(controlPlane: ControlPlaneRef, plugin: string): Promise<PluginForm> {
    const engine = await this.#options.engine();
    const source = await this.#source(engine, controlPlane, plugin);
    return {
      ...engine.configForm(source, l10n.t),
      failures: (config) => engine.configFailures(source, config, l10n.t),
    };
  }

  /** A streamed plugin's schema.lua says more than what Konnect makes of it. */
  async #source({ isBundledPlugin }: Engine, controlPlane: ControlPlaneRef, plugin: string) {
    const konnect = await this.#options.client.get();
    if (!isBundledPlugin(plugin)) {
      const custom = await unlessMissing(konnect.customPlugins.get(controlPlane, plugin));
      if (custom !== undefined) return { lua: custom.schema };
    }
    try {
      return { fields: (await konnect.pluginSchemas.fields(controlPlane, plugin)).fields };
    } catch (error) {
      const isUnseen =
        isKonnectError(error) && (error.kind === 'not-found' || error.kind === 'permission');
      if (!isUnseen) throw error;
      // An instance can be edited without: Konnect checks it when it is saved.
      this.#options.log.warn(`The schema of ${plugin} could not be read: ${error.message}`);
      return { fields: [] };
    }
  }
}

function keyOf({ geo, id }: ControlPlaneRef, plugin: string): string {
  return `${geo}/${id}/${plugin}`;
}
