// How each plugin folder stands against what Konnect holds of it. Konnect is asked when a file is looked at, never on its own.
import { EventEmitter, l10n, type Uri, workspace } from 'vscode';
import type { KonnectClient } from '../../konnect/client';
import { unlessMissing } from '../../operations/unlessMissing';
import {
  digestOf,
  type FileDigests,
  fileDigestsOf,
  type PluginCode,
  type PluginPlace,
} from '../../plugins/backups';
import { packageAt } from '../../plugins/findPackages';
import { type FolderState, folderState } from '../../plugins/folderState';
import { handlerName, schemaName } from '../../plugins/pluginPackage';
import { readPackage } from '../../plugins/readPackage';
import type { ActiveClient } from '../connection/activeClient';
import { type Connections, connectionKey } from '../connection/connections';
import { DisposableStore } from '../disposables';
import type { UploadTarget, UploadTargets } from './uploadTargets';
import { workspaceFiles } from './workspaceFiles';

/** One control plane that a folder was uploaded to. */
export interface Standing {
  readonly target: UploadTarget;
  readonly state: FolderState;
  /** Of each file by itself, as far as it is known. */
  readonly files: Readonly<Record<keyof FileDigests, FolderState>>;
  /** Konnect has been looked at; else it is taken to hold what was sent last. */
  readonly isRead: boolean;
}

type RemotePlace = Pick<PluginPlace, 'controlPlane' | 'plugin'>;

/** Digests of both files together, and of each. */
interface Digests {
  readonly whole: string;
  readonly files: FileDigests;
}

interface Remote {
  /** Undefined where Konnect holds none. */
  readonly code: Digests | undefined;
  readonly readAt: number;
}

export interface PluginStatesOptions {
  readonly connections: Connections;
  readonly client: ActiveClient;
  readonly targets: UploadTargets;
  readonly now: () => number;
}

/** What was read is good for this long. */
const freshMs = 5 * 60_000;

export class PluginStates {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<Uri | undefined>());
  readonly #options: PluginStatesOptions;
  readonly #remotes = new Map<string, Remote>();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #locals = new Map<string, Promise<Digests | undefined>>();

  /** A folder stands otherwise now; undefined: any may. */
  readonly onDidChange = this.#changed.event;

  constructor(options: PluginStatesOptions) {
    this.#options = options;
    const { targets, connections } = options;
    this.#owned.add(targets.onDidChange((folder) => this.#changed.fire(folder)));
    this.#owned.add(connections.onDidChange(() => this.#changed.fire(undefined)));
    const files = workspace.createFileSystemWatcher(`**/{${handlerName},${schemaName}}`);
    this.#owned.add(files);
    for (const event of [files.onDidChange, files.onDidCreate, files.onDidDelete]) {
      this.#owned.add(event((file) => this.#localChanged(file)));
    }
    this.#owned.add(workspace.onDidSaveTextDocument(({ uri }) => this.#localChanged(uri)));
  }

  /** Takes note of what somebody has just read or sent. */
  seen(place: PluginPlace, remote: PluginCode | undefined): void {
    const code = remote && digestsOf(remote);
    this.#remotes.set(keyOf(place), { code, readAt: this.#options.now() });
    for (const folder of this.#options.targets.foldersOf(place, place.plugin)) {
      this.#changed.fire(folder);
    }
  }

  /** For each control plane that the folder was uploaded to over the connection in use, the latest first. */
  async of(folder: Uri): Promise<readonly Standing[]> {
    const active = await this.#options.connections.active();
    if (active === undefined) return [];
    const targets = this.#options.targets.list(folder, connectionKey(active));
    if (targets.length === 0) return [];
    const local = await this.#local(folder);
    return targets.map((target) => standingOf(target, local, this.#remotes.get(keyOf(target))));
  }

  /** The same for the folders of this workspace that were uploaded as one custom plugin. */
  async ofPlugin({ controlPlane, plugin }: RemotePlace): Promise<readonly Standing[]> {
    const active = await this.#options.connections.active();
    if (active === undefined) return [];
    const place = { connection: connectionKey(active), controlPlane };
    const folders = this.#options.targets
      .foldersOf(place, plugin)
      .filter((folder) => workspace.getWorkspaceFolder(folder) !== undefined);
    const standings = await Promise.all(folders.map((folder) => this.of(folder)));
    return standings.flat().filter((one) => keyOf(one.target) === keyOf({ ...place, plugin }));
  }

  /** Reads what Konnect holds, unless it was read a short while ago. Failures are left to who looks closer. */
  async look(folder: Uri): Promise<void> {
    const active = await this.#options.connections.active();
    if (active === undefined) return;
    const { targets, client, now } = this.#options;
    const stale = targets.list(folder, connectionKey(active)).filter((target) => {
      const known = this.#remotes.get(keyOf(target));
      return known === undefined || now() - known.readAt > freshMs;
    });
    if (stale.length === 0) return;
    const konnect = await client.get();
    await Promise.allSettled(stale.map((target) => this.#readOnce(konnect, target)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #readOnce(konnect: KonnectClient, target: UploadTarget): Promise<void> {
    const key = keyOf(target);
    const known = this.#reading.get(key);
    if (known !== undefined) return known;
    const { controlPlane, plugin } = target;
    const reading = unlessMissing(konnect.customPlugins.get(controlPlane, plugin))
      .then((remote) => this.seen(target, remote))
      .finally(() => this.#reading.delete(key));
    this.#reading.set(key, reading);
    return reading;
  }

  #localChanged(file: Uri): void {
    if (!/\/(?:handler|schema)\.lua$/.test(file.path)) return;
    const folder = file.with({ path: file.path.replace(/\/[^/]*$/, '') });
    if (this.#locals.delete(folder.toString())) this.#changed.fire(folder);
  }

  /** Of what is on the disk; nothing where a file is missing or cannot be read. */
  #local(folder: Uri): Promise<Digests | undefined> {
    const key = folder.toString();
    const known = this.#locals.get(key);
    if (known !== undefined) return known;
    const reading = readPackage(packageAt(folder.path), workspaceFiles(folder), l10n.t).then(
      ({ handler, schema }) => digestsOf({ handler: handler.text, schema: schema.text }),
      () => undefined,
    );
    this.#locals.set(key, reading);
    return reading;
  }
}

/** A place that was not read yet is taken to hold what was sent last. */
function standingOf(
  target: UploadTarget,
  local: Digests | undefined,
  known: Remote | undefined,
): Standing {
  const { sent, sentFiles } = target;
  const remote = known === undefined ? sent : known.code?.whole;
  const state = folderState({ sent, local: local?.whole, remote });
  const ofFile = (file: keyof FileDigests): FolderState => {
    if (sentFiles === undefined) return state;
    const there = known === undefined ? sentFiles[file] : known.code?.files[file];
    return folderState({ sent: sentFiles[file], local: local?.files[file], remote: there });
  };
  const files = { handler: ofFile('handler'), schema: ofFile('schema') };
  return { target, state, files, isRead: known !== undefined };
}

function digestsOf(code: FileDigests): Digests {
  return { whole: digestOf(code), files: fileDigestsOf(code) };
}

function keyOf({ connection, controlPlane, plugin }: Omit<PluginPlace, 'controlPlaneName'>) {
  return JSON.stringify([connection, controlPlane.geo, controlPlane.id, plugin]);
}
