// Opens VS Code's workbench in the headless browser.
import { chromium, type Page, type Browser as RunningBrowser } from 'playwright-core';
import type { Browser } from './browser';

export interface WorkbenchOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Language of the browser, and so of VS Code. */
  readonly language?: string;
  /** Runs on the page before it loads anything. */
  readonly before?: (page: Page) => Promise<void>;
}

export interface Workbench {
  readonly page: Page;
  /** Resolves with a sentence when the page or the whole browser is lost. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

/** Nothing but this machine can be reached from the page. */
const elsewhere = (url: URL) => url.hostname !== '127.0.0.1' && url.protocol.startsWith('http');

export async function openWorkbench(
  browser: Browser,
  url: string,
  options: WorkbenchOptions = {},
): Promise<Workbench> {
  const { executablePath, env } = browser;
  const running = await chromium.launch({ executablePath, env: withoutUndefined(env) });
  try {
    return await openPage(running, url, options);
  } catch (error) {
    await running.close();
    throw error;
  }
}

async function openPage(
  running: RunningBrowser,
  url: string,
  { viewport = { width: 1280, height: 800 }, language = 'en', before }: WorkbenchOptions,
): Promise<Workbench> {
  const context = await running.newContext({
    viewport,
    locale: language,
    reducedMotion: 'reduce',
  });
  await context.route(elsewhere, (route) => route.abort());
  // VS Code seals secrets with a key that its server is asked for and does not know; without one they are gone after a
  // reload.
  await context.route('**/mint-key', (route) => route.fulfill({ body: Buffer.alloc(32, 7) }));
  const page = await context.newPage();
  const lost = new Promise<string>((resolve) => {
    page.once('crash', () => resolve('the page with VS Code crashed.'));
    running.once('disconnected', () => resolve('the browser with VS Code ended.'));
  });
  // What a language pack would set; VS Code's own texts stay English without one.
  await page.addInitScript(
    (name) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }),
    language,
  );
  await before?.(page);
  await page.goto(url);
  return { page, lost, close: () => running.close() };
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
