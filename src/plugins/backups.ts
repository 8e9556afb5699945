// Keeps what Konnect holds of a custom plugin before it is replaced or deleted there: Konnect itself keeps no versions.
import { createHash } from 'node:crypto';

/** A custom plugin of one control plane, as one connection sees it. */
export interface PluginPlace {
  /** Key of the connection. */
  readonly connection: string;
  readonly controlPlane: { readonly geo: string; readonly id: string };
  readonly controlPlaneName: string;
  readonly plugin: string;
}

export interface PluginCode {
  readonly handler: string;
  readonly schema: string;
  readonly tags?: readonly string[] | null | undefined;
}

export interface PluginBackup extends PluginPlace {
  readonly keptAt: number;
  /** What happened to it in Konnect right afterwards. */
  readonly reason: 'replaced' | 'deleted';
  readonly handler: string;
  readonly schema: string;
  readonly tags?: readonly string[];
}

/** Where backups lie: folders of files, by name. */
export interface BackupFiles {
  folders(): Promise<readonly string[]>;
  /** Nothing where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  read(folder: string, name: string): Promise<string>;
  /** Settles when the text is safely on the disk, under its whole name or not at all. */
  write(folder: string, name: string, text: string): Promise<void>;
  remove(folder: string, name: string): Promise<void>;
}

export interface BackupsOptions {
  readonly files: BackupFiles;
  readonly now: () => number;
}

/** Of each plugin and control plane. */
const mostKept = 20;

export class Backups {
  readonly #options: BackupsOptions;

  constructor(options: BackupsOptions) {
    this.#options = options;
  }

  /** Settles when the code is safe. The same code is kept once: what comes again counts as the newest. */
  async keep(
    { connection, controlPlane: { geo, id }, controlPlaneName, plugin }: PluginPlace,
    { handler, schema, tags }: PluginCode,
    reason: PluginBackup['reason'],
  ): Promise<void> {
    const { files, now } = this.#options;
    const folder = folderOf({ connection, controlPlane: { geo, id }, plugin });
    const before = await this.#names(folder);
    const keptAt = Math.max(now(), timeOf(before[0]) + 1);
    const digest = digestOf({ handler, schema });
    const name = `${String(keptAt).padStart(15, '0')}-${digest}.json`;
    const place = { connection, controlPlane: { geo, id }, controlPlaneName, plugin };
    const backup: PluginBackup = {
      ...place,
      keptAt,
      reason,
      handler,
      schema,
      ...(tags && { tags: [...tags] }),
    };
    await files.write(folder, name, JSON.stringify(backup));
    const same = before.filter((other) => other.endsWith(`-${digest}.json`));
    const others = before.filter((other) => !same.includes(other));
    for (const old of [...same, ...others.slice(mostKept - 1)]) await files.remove(folder, old);
  }

  /** Newest first. */
  async list(place: Omit<PluginPlace, 'controlPlaneName'>): Promise<readonly PluginBackup[]> {
    return this.#read(folderOf(place));
  }

  /** The newest of every plugin that was kept over this connection, newest first. */
  async latest(connection: string): Promise<readonly PluginBackup[]> {
    const found: PluginBackup[] = [];
    for (const folder of await this.#options.files.folders()) {
      const [newest] = await this.#read(folder);
      if (newest?.connection === connection) found.push(newest);
    }
    return found.sort((one, other) => other.keptAt - one.keptAt);
  }

  async #read(folder: string): Promise<readonly PluginBackup[]> {
    const { files } = this.#options;
    const names = await this.#names(folder);
    // Another window may remove the oldest meanwhile.
    const texts = await Promise.all(
      names.map((name) => files.read(folder, name).catch(() => undefined)),
    );
    return texts.flatMap((text) => parse(text) ?? []);
  }

  /** Newest first. */
  async #names(folder: string): Promise<readonly string[]> {
    const names = await this.#options.files.list(folder);
    return names
      .filter((name) => /^\d{15}-[0-9a-f]{64}\.json$/.test(name))
      .sort()
      .reverse();
  }
}

/** What two states of a plugin's code have in common when they are the same. */
export function digestOf({ handler, schema }: Pick<PluginCode, 'handler' | 'schema'>): string {
  return createHash('sha256')
    .update(JSON.stringify([handler, schema]))
    .digest('hex');
}

/** Something for each of the two files. */
export interface FileDigests {
  readonly handler: string;
  readonly schema: string;
}

/** The same of each file by itself. */
export function fileDigestsOf({ handler, schema }: FileDigests): FileDigests {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  return { handler: digest(handler), schema: digest(schema) };
}

/** A name for people to find it by, and a digest for the rest. */
function folderOf({
  connection,
  controlPlane: { geo, id },
  plugin,
}: Omit<PluginPlace, 'controlPlaneName'>): string {
  const key = JSON.stringify([connection, geo, id, plugin]);
  const digest = createHash('sha256').update(key).digest('hex');
  return `${plugin.replace(/[^0-9A-Za-z-]/g, '_').slice(0, 64)}-${digest.slice(0, 32)}`;
}

function timeOf(name: string | undefined): number {
  return name === undefined ? 0 : Number(name.slice(0, 15));
}

/** What another version wrote differently counts as not there. */
function parse(text: string | undefined): PluginBackup | undefined {
  if (text === undefined) return undefined;
  try {
    const backup = JSON.parse(text) as Partial<PluginBackup>;
    const { handler, schema, connection, controlPlane, plugin, keptAt } = backup;
    const texts = [handler, schema, connection, plugin, controlPlane?.geo, controlPlane?.id];
    const isWhole = texts.every((one) => typeof one === 'string') && typeof keptAt === 'number';
    return isWhole ? (backup as PluginBackup) : undefined;
  } catch {
    return undefined;
  }
}
