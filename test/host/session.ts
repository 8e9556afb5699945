// For end-to-end tests: the packaged extension, installed in a clean VS Code, driven by mouse and keyboard.
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { prepare } from './prepare';
import { installVsix, startServer, type VscodeServer } from './vscodeServer';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench';

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

export interface SessionOptions {
  /** Copied first, so that a test may change it. */
  readonly workspace: string;
  /** Without it, the one that `runE2e` packaged. */
  readonly vsix?: string;
  readonly theme?: keyof typeof themes;
  readonly viewport?: WorkbenchOptions['viewport'];
  readonly language?: string;
  /** Changes the installed extension, whose folder it is given, before VS Code starts. */
  readonly prepareExtension?: (folder: string) => void;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** For the extension host. */
  readonly env?: NodeJS.ProcessEnv;
  /** True: the folder opens in Restricted Mode. */
  readonly workspaceTrust?: boolean;
}

const screenshots = resolve('out/screenshots');
const readyMs = 60_000;
const attemptMs = 2_000;

export async function openSession(options: SessionOptions): Promise<Session> {
  const vsix = options.vsix ?? process.env.E2E_VSIX ?? '';
  const parts = await prepare();
  const temporary = await mkdtemp(join(tmpdir(), 'session-'));
  const folder = join(temporary, 'workspace');
  const dataFolder = join(temporary, 'data');
  await cp(options.workspace, folder, { recursive: true });
  await installVsix(parts, dataFolder, vsix);
  options.prepareExtension?.(await installedFolder(dataFolder));
  const server = await startServer(parts, {
    dataFolder,
    workspaceTrust: options.workspaceTrust ?? false,
    settings: { 'workbench.colorTheme': themes[options.theme ?? 'dark'], ...options.settings },
    ...(options.env && { env: options.env }),
  });
  try {
    const url = `${server.origin}/?${new URLSearchParams({ folder })}`;
    const { viewport, language } = options;
    const workbench = await openWorkbench(parts.browser, url, {
      ...(viewport && { viewport }),
      ...(language && { language }),
    });
    return await new Session(temporary, folder, server, workbench).drawn();
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function installedFolder(dataFolder: string): Promise<string> {
  const extensions = join(dataFolder, 'extensions');
  const name = (await readdir(extensions)).find((entry) => entry.includes('kong-cloud-gateways'));
  if (name === undefined) throw new Error(`There is no extension of ours in ${extensions}`);
  return join(extensions, name);
}

export class Session {
  readonly page: Page;

  constructor(
    private readonly temporary: string,
    /** The copy of the workspace. */
    readonly folder: string,
    private readonly server: VscodeServer,
    private readonly workbench: Workbench,
  ) {
    this.page = workbench.page;
  }

  /** Waits until the workbench is drawn. Extensions start after that: `runCommand` waits for theirs. */
  async drawn(): Promise<this> {
    try {
      await this.page.locator('.statusbar-item').first().waitFor({ timeout: readyMs });
      await this.page.locator('.activitybar .action-item').first().waitFor({ timeout: readyMs });
      return this;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** The browser's own reload would come before VS Code has written what was open. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.drawn();
  }

  /** The command with this title (category included), through the command palette as a user does. */
  async runCommand(title: string): Promise<void> {
    await (await this.listed(title)).click();
  }

  /** The same without the mouse. */
  async runCommandByKeys(title: string): Promise<void> {
    await this.listed(title);
    await this.page.keyboard.press('Enter');
  }

  private async listed(title: string): Promise<Locator> {
    const row = this.palette.locator('.monaco-list-row', { hasText: title }).first();
    const deadline = Date.now() + readyMs;
    // Commands of extensions are listed some time after the workbench is drawn, and an open list does not grow.
    for (;;) {
      await this.page.keyboard.press('F1');
      // A key that is pressed while a webview comes or goes reaches nobody.
      const listed = await this.palette
        .locator('input')
        .first()
        .fill(`>${title}`, { timeout: attemptMs })
        .then(() => row.waitFor({ timeout: attemptMs }))
        .then(
          () => true,
          () => false,
        );
      if (listed) break;
      if (Date.now() > deadline) throw new Error(`The command palette does not list "${title}".`);
      await this.page.keyboard.press('Escape');
    }
    return row;
  }

  /** Opens a file of the workspace by its path there, with Ctrl+P. */
  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press('Control+p');
    await this.palette.locator('input').first().fill(path);
    const row = this.palette.locator('.monaco-list-row', { hasText: posix.basename(path) });
    await row
      .filter({ hasText: posix.dirname(path) })
      .first()
      .click({ timeout: readyMs });
    await this.page.locator('.tab.active', { hasText: posix.basename(path) }).waitFor();
  }

  /** The box in which VS Code asks: input boxes, quick picks and the command palette. */
  get palette() {
    return this.page.locator('.quick-input-widget');
  }

  /** Types the answer to an input box and confirms it. */
  async answer(text: string): Promise<void> {
    await this.palette.locator('input').first().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses the row that shows this text in a quick pick. */
  async pick(text: string): Promise<void> {
    await this.palette.locator('.monaco-list-row', { hasText: text }).first().click();
  }

  /** Waits for a notification with this text and returns all that it says. */
  async notification(text: string | RegExp): Promise<string> {
    const toast = this.page.locator('.notification-list-item', { hasText: text }).first();
    await toast.waitFor({ timeout: readyMs });
    return ((await toast.locator('.notification-list-item-message').textContent()) ?? '').trim();
  }

  /** What the notifications on the screen say right now. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notification-list-item-message').allTextContents();
  }

  /** Files that VS Code and its extensions have written, logs included, in which this text occurs. */
  async filesContaining(text: string): Promise<string[]> {
    const all = await readdir(this.temporary, { recursive: true, withFileTypes: true });
    const files = all
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const found = await Promise.all(
      files.map(async (file) => (await readFile(file)).includes(text)),
    );
    return files.filter((_, index) => found[index]);
  }

  async screenshot(name: string): Promise<string> {
    await mkdir(screenshots, { recursive: true });
    const path = join(screenshots, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  async close(): Promise<void> {
    await this.workbench.close();
    await this.server.close();
    await rm(this.temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}
