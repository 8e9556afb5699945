// Where each plugin folder was uploaded to, and what was sent; kept with the workspace.
import { EventEmitter, type Memento, Uri } from 'vscode';
import type { ControlPlaneRef } from '../../konnect/client';
import { digestOf, type FileDigests, fileDigestsOf } from '../../plugins/backups';

export interface UploadTarget {
  /** The connection it belongs to, by its key. */
  readonly connection: string;
  readonly controlPlane: ControlPlaneRef;
  readonly controlPlaneName: string;
  /** Name of the custom plugin there. */
  readonly plugin: string;
  /** Digest of what was last sent: Konnect still holds it when the remote digest is the same. */
  readonly sent: string;
  /** The same of each file; unknown for what an earlier version sent. */
  readonly sentFiles?: FileDigests;
  /** Digest of what was about to be sent: it may have arrived although the window was closed meanwhile. */
  readonly sending?: string;
}

/** A place where a folder may have been uploaded to. */
export type TargetPlace = Pick<UploadTarget, 'connection' | 'controlPlane'>;

/** Of one folder; demos come and go, each with a connection of its own. */
const mostTargets = 20;

export class UploadTargets {
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<Uri>();

  /** A folder was uploaded, or its upload forgotten. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** Where the folder was last uploaded to over this connection. */
  get(folder: Uri, connection: string): UploadTarget | undefined {
    return this.list(folder, connection)[0];
  }

  /** All control planes it was uploaded to over this connection, the latest first. */
  list(folder: Uri, connection: string): readonly UploadTarget[] {
    return this.#all(folder).filter((target) => target.connection === connection);
  }

  at(folder: Uri, place: TargetPlace): UploadTarget | undefined {
    return this.#all(folder).find((target) => isSamePlace(target, place));
  }

  /** Name under which the folder was last uploaded, whatever the connection. */
  pluginName(folder: Uri): string | undefined {
    return this.#all(folder)[0]?.plugin;
  }

  /** Folders that were uploaded to this control plane as this plugin. */
  foldersOf(place: TargetPlace, plugin: string): readonly Uri[] {
    const keys = [...this.#memory.keys()].flatMap((key) => folderIn(key) ?? []);
    return [...new Set(keys)]
      .map((folder) => Uri.parse(folder))
      .filter((folder) => this.at(folder, place)?.plugin === plugin);
  }

  /** The next upload there is as if it were the first. */
  async forget(folder: Uri, place: TargetPlace): Promise<void> {
    await this.#write(
      folder,
      this.#all(folder).filter((target) => !isSamePlace(target, place)),
    );
  }

  /** The control plane becomes the one that the folder goes to unless another one is named. */
  async set(folder: Uri, target: UploadTarget): Promise<void> {
    const others = this.#all(folder).filter((other) => !isSamePlace(other, target));
    await this.#write(folder, [target, ...others].slice(0, mostTargets));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #all(folder: Uri): readonly UploadTarget[] {
    const targets = this.#memory.get<readonly UploadTarget[]>(`${several}${folder.toString()}`);
    if (targets !== undefined) return targets;
    const only = this.#memory.get<UploadTarget>(`${single}${folder.toString()}`);
    return only === undefined ? [] : [only];
  }

  async #write(folder: Uri, targets: readonly UploadTarget[]): Promise<void> {
    const kept = targets.length > 0 ? targets : undefined;
    await this.#memory.update(`${several}${folder.toString()}`, kept);
    await this.#memory.update(`${single}${folder.toString()}`, undefined);
    this.#changed.fire(folder);
  }
}

/** What is noted of code that was sent, or written here from Konnect. */
export function sentOf(code: FileDigests): Pick<UploadTarget, 'sent' | 'sentFiles'> {
  return { sent: digestOf(code), sentFiles: fileDigestsOf(code) };
}

const several = 'uploadTargets:';
/** As it was written while a folder had one target only. */
const single = 'uploadTarget:';

function folderIn(key: string): string | undefined {
  const prefix = [several, single].find((one) => key.startsWith(one));
  return prefix === undefined ? undefined : key.slice(prefix.length);
}

function isSamePlace(one: TargetPlace, other: TargetPlace): boolean {
  return (
    one.connection === other.connection &&
    one.controlPlane.id === other.controlPlane.id &&
    one.controlPlane.geo === other.controlPlane.geo
  );
}
