// VS Code's own server on a free loopback port, with a profile in a folder of its own.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HostError } from './hostError';
import { type OwnedProcess, startOwned } from './ownedProcess';
import type { Parts } from './prepare';
import { runProgram } from './runProgram';

export interface ServerOptions {
  /** Holds installed extensions, settings and state (`--server-data-dir`). */
  readonly dataFolder: string;
  /** Whoever reaches a server without one reaches a terminal: leave it out for short-lived tests only. */
  readonly connectionToken?: string;
  /** Lets a page run extension tests. */
  readonly smokeTestDriver?: boolean;
  /** False: every folder is trusted without a question. */
  readonly workspaceTrust?: boolean;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
}

export interface VscodeServer {
  readonly port: number;
  readonly origin: string;
  readonly process: OwnedProcess;
  close(): Promise<void>;
}

/** Keeps pictures and logs to what is being tested. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  // As on the desktop; in a browser, VS Code saves by itself.
  'files.autoSave': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'window.autoDetectColorScheme': false,
  'git.openRepositoryInParentFolders': 'never',
  'git.ignoreMissingGitWarning': true,
};
const startTimeoutMs = 60_000;

export async function startServer(parts: Parts, options: ServerOptions): Promise<VscodeServer> {
  await writeSettings(options.dataFolder, options.settings ?? {});
  const access = options.connectionToken
    ? ['--connection-token', options.connectionToken]
    : ['--without-connection-token'];
  const server = startOwned(
    parts.node,
    [
      ...[parts.server, '--host', '127.0.0.1', '--port', '0', ...access],
      ...['--accept-server-license-terms', '--server-data-dir', options.dataFolder],
      ...['--telemetry-level', 'off'],
      ...(options.smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ],
    { env: { ...outsideVscode(process.env), ...options.env } },
  );
  try {
    const started = server.waitForLine(/Extension host agent started/, startTimeoutMs);
    const [listening] = await Promise.all([
      server.waitForLine(/Extension host agent listening on (\d+)/, startTimeoutMs),
      started,
    ]);
    const port = Number(listening[1]);
    return { port, origin: `http://127.0.0.1:${port}`, process: server, close: server.close };
  } catch (error) {
    await server.close();
    throw new HostError(`VS Code's server did not start. ${(error as Error).message}`);
  }
}

/** Installs a packaged extension the way a user does. */
export async function installVsix(parts: Parts, dataFolder: string, vsix: string): Promise<void> {
  const args = ['--install-extension', vsix, '--force', '--server-data-dir', dataFolder];
  const said = await runProgram(
    parts.node,
    [parts.server, ...args, '--accept-server-license-terms'],
    {
      env: outsideVscode(process.env),
    },
  );
  if (!said.includes('successfully installed')) throw new HostError(`${vsix}: ${said}`);
}

async function writeSettings(dataFolder: string, settings: Readonly<Record<string, unknown>>) {
  const folder = join(dataFolder, 'data', 'User');
  const file = join(folder, 'settings.json');
  await mkdir(folder, { recursive: true });
  const kept = await readFile(file, 'utf8').then(JSON.parse, () => ({}));
  await writeFile(file, JSON.stringify({ ...quietSettings, ...kept, ...settings }, undefined, 2));
}

/** In a terminal of VS Code, its own variables would lead the server to that window. */
function outsideVscode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = (name: string) =>
    /^(VSCODE|ELECTRON)_/.test(name) && !name.startsWith('VSCODE_TEST_');
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own(name)));
}
