// Where each plugin folder was uploaded to, and what was sent; kept with the workspace.
import type { Memento, Uri } from 'vscode';
import type { ControlPlaneRef } from '../konnect/client';

export interface UploadTarget {
  /** The connection it belongs to, by its key. */
  readonly connection: string;
  readonly controlPlane: ControlPlaneRef;
  readonly controlPlaneName: string;
  /** Name of the custom plugin there. */
  readonly plugin: string;
  /** Digest of what was last sent: Konnect still holds it when the remote digest is the same. */
  readonly sent: string;
}

export class UploadTargets {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  get(folder: Uri, connection: string): UploadTarget | undefined {
    const target = this.#memory.get<UploadTarget>(memoryKey(folder));
    return target?.connection === connection ? target : undefined;
  }

  /** Name under which the folder was last uploaded, whatever the connection. */
  pluginName(folder: Uri): string | undefined {
    return this.#memory.get<UploadTarget>(memoryKey(folder))?.plugin;
  }

  /** The next upload asks where to. */
  async forget(folder: Uri): Promise<void> {
    await this.#memory.update(memoryKey(folder), undefined);
  }

  async set(folder: Uri, target: UploadTarget): Promise<void> {
    await this.#memory.update(memoryKey(folder), target);
  }
}

function memoryKey(folder: Uri): string {
  return `uploadTarget:${folder.toString()}`;
}
