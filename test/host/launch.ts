#!/usr/bin/env node
// Stands in for desktop VS Code in `runTests` of `@vscode/test-electron`: takes the same arguments, runs the extension
// tests in VS Code's server and a headless browser, prints the extension host's console, exits with the verdict.
import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { format, parseArgs } from 'node:util';
import type { Browser } from './browser';
import { HostError, runMain } from './hostError';
import { isNoise } from './noise';
import { prepare } from './prepare';
import { startServer, type VscodeServer } from './vscodeServer';
import { openWorkbench } from './workbench';

interface LaunchArguments {
  readonly extension: string;
  readonly tests: string;
  readonly folder: string | undefined;
  readonly userData: string;
  /** Extensions to be there beside the one under test. */
  readonly extensions: string | undefined;
  readonly workspaceTrust: boolean;
}

/** VS Code's own verdict is "passed" when the extension host goes away in the middle of a test. */
const extensionHostLost = /\[ExtensionHost\].*received socket close event/;
const limitMs = Number(process.env.VSCODE_TEST_LIMIT_S ?? 300) * 1000;

runMain(async () => {
  const given = readArguments(process.argv.slice(2));
  const parts = await prepare();
  const [desktopSettings, settings] = [
    join(given.userData, 'User'),
    join(given.userData, 'data', 'User'),
  ];
  await cp(desktopSettings, settings, { recursive: true }).catch(() => undefined);
  if (given.extensions !== undefined && existsSync(given.extensions)) {
    await cp(given.extensions, join(given.userData, 'extensions'), { recursive: true });
  }
  const server = await startServer(parts, {
    dataFolder: given.userData,
    smokeTestDriver: true,
    workspaceTrust: given.workspaceTrust,
  });
  try {
    return await runInPage(parts.browser, server, given);
  } finally {
    await server.close();
  }
});

/** `--with-workspace-trust` is ours, because `runTests` always disables it; other switches of the desktop are ignored. */
function readArguments(args: readonly string[]): LaunchArguments {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      extensionDevelopmentPath: text,
      extensionTestsPath: text,
      'user-data-dir': text,
      'extensions-dir': text,
    },
    strict: false,
    allowPositionals: true,
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  const userData = values['user-data-dir'];
  const extensions = values['extensions-dir'];
  if (typeof extension !== 'string' || typeof tests !== 'string' || typeof userData !== 'string') {
    throw new HostError(
      'Needs --extensionDevelopmentPath=…, --extensionTestsPath=…, --user-data-dir=… and perhaps a folder.',
    );
  }
  const folder = positionals[0] === undefined ? undefined : resolve(positionals[0]);
  const workspaceTrust = args.includes('--with-workspace-trust');
  return {
    extension: resolve(extension),
    tests: resolve(tests),
    folder,
    userData,
    extensions: typeof extensions === 'string' ? extensions : undefined,
    workspaceTrust,
  };
}

async function runInPage(
  browser: Browser,
  server: VscodeServer,
  given: LaunchArguments,
): Promise<number> {
  const reports = new EventEmitter();
  const verdict = once(reports, 'exit').then(([code]) => Number(code));
  const lost = once(reports, 'lost');
  const workbench = await openWorkbench(browser, address(server, given), {
    before: async (page) => {
      await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
        const line = format(...args);
        if (extensionHostLost.test(line)) reports.emit('lost');
        else if (!isNoise(line)) console.log(line);
      });
      await page.exposeFunction('codeAutomationExit', (code: number) => reports.emit('exit', code));
    },
  });
  const fail = (why: string): never => {
    throw new HostError(`The tests did not finish: ${why}`);
  };
  try {
    return await Promise.race([
      verdict,
      lost.then(() => fail('the extension host ended.')),
      workbench.lost.then(fail),
      server.process.ended.then((code) => fail(`VS Code's server ended (${code}).`)),
      wait(limitMs).then(() => fail(`no verdict after ${limitMs / 1000} s (VSCODE_TEST_LIMIT_S).`)),
    ]);
  } finally {
    await workbench.close();
  }
}

function address({ port, origin }: VscodeServer, { extension, tests, folder }: LaunchArguments) {
  const remote = (path: string) =>
    `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ]);
  const isSeveral = folder?.endsWith('.code-workspace');
  const opened =
    folder === undefined ? { ew: 'true' } : isSeveral ? { workspace: folder } : { folder };
  return `${origin}/?${new URLSearchParams({ ...opened, payload })}`;
}
