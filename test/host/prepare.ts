// Puts VS Code's server, the Node it needs and a browser into `.vscode-test/`, from the npm registry alone.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, symlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type Browser, findBrowser, unpackBrowser } from './browser';
import { HostError } from './hostError';
import { runProgram } from './runProgram';

export interface Parts {
  /** The `node` program that runs the server. */
  readonly node: string;
  /** VS Code's `server-main.js`. */
  readonly server: string;
  readonly browser: Browser;
}

/** Everything here may be thrown away: prepared parts, profiles, the sample workspace. */
export const cacheFolder = resolve('.vscode-test');

/** `VSCODE_TEST_OLDEST=1`: the oldest VS Code that package.json promises to support, otherwise a recent one. */
const pinned = resolve('test/host', process.env.VSCODE_TEST_OLDEST ? 'partsOldest' : 'parts');
const kind = basename(pinned);
const nodePackage = `node-linux-${process.arch}`;

/** The first call downloads; later ones find the folder and need no network. */
export async function prepare(): Promise<Parts> {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new HostError(
      `VS Code for tests is prepared on Linux (x64, arm64) only, this is ${process.platform} ${process.arch}. ` +
        'Use VSCODE_TEST_DESKTOP=1 npm run test:integration, or a Linux container.',
    );
  }
  const folder = join(cacheFolder, `${kind}-${fingerprint()}`);
  if (!existsSync(folder)) await install(folder);
  return {
    ...programs(folder),
    browser: findBrowser(join(folder, 'browser')),
  };
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.arch);
  for (const entry of readdirSync(pinned, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex').slice(0, 12);
}

function programs(folder: string): { readonly node: string; readonly server: string } {
  const modules = join(folder, 'node_modules');
  return {
    node: join(modules, nodePackage, 'bin/node'),
    server: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

/** Works in a folder of its own, renamed when complete: a killed or a parallel run leaves nothing half done. */
async function install(folder: string): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  await removeLeftovers(folder);
  const work = `${folder}.${process.pid}.tmp`;
  try {
    cpSync(pinned, work, { recursive: true });
    await timed('Downloading VS Code, Node 24 and Chromium into .vscode-test (once)', () =>
      download(work),
    );
    await timed('Unpacking and trying them', () => assemble(work));
    await rename(work, folder);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise a parallel run was quicker
  }
}

async function download(folder: string): Promise<void> {
  const wanted = ['--ignore-scripts', '--include=optional', '--no-audit', '--no-fund'];
  const quickToFail = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  try {
    const flags = [...wanted, ...quickToFail, '--loglevel=error'];
    await runProgram('npm', ['ci', ...flags], { cwd: folder });
  } catch (error) {
    throw new HostError(
      `VS Code for tests could not be downloaded (${firstLine(error)}). ` +
        'That is needed once: see that npm reaches its registry, then run the same command again.',
    );
  }
}

/** VS Code looks for modules in a folder of its own, which the package leaves out; all are installed beside it. */
async function assemble(folder: string): Promise<void> {
  await symlink('../../..', join(folder, 'node_modules/code-server/lib/vscode/node_modules'));
  const { node } = programs(folder);
  try {
    await runProgram(node, ['--version']);
    if (process.arch === 'x64') await unpackBrowser(node, folder);
  } catch (error) {
    throw new HostError(
      `The Node 24 or Chromium that npm offers does not run on this system (${firstLine(error)}). ` +
        'A Linux with glibc, such as Debian, Ubuntu or Fedora, is needed.',
    );
  }
}

/** npm begins with an error code and other particulars; the sentence comes after them. */
function firstLine(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => line.replace(/^npm error /, ''));
  return lines.find((line) => !/^(npm warn|code|errno|syscall|type) /.test(line)) ?? '';
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  process.stdout.write(`${what} ... `);
  try {
    await work();
    process.stdout.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

/** Parts of earlier versions, and what killed runs left. */
async function removeLeftovers(current: string): Promise<void> {
  for (const name of readdirSync(cacheFolder)) {
    if (!name.startsWith(`${kind}-`) || name === basename(current)) continue;
    const owner = name.match(/\.(\d+)\.tmp$/)?.[1];
    if (owner !== undefined && isAlive(Number(owner))) continue;
    await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
