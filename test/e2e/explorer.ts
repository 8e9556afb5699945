// The Kong Konnect view, as the end-to-end tests find their way in it.
import type { FrameLocator, Locator } from 'playwright-core';
import type { Session } from '../host/session';

export async function openExplorer({ page }: Session): Promise<void> {
  await page.getByRole('tab', { name: 'Kong Konnect' }).first().click();
}

/** The row that starts with this text. */
export function row({ page }: Session, label: string): Locator {
  const start = new RegExp(`^\\s*${label.replaceAll('.', '\\.')}`);
  return page.locator('[role=treeitem]', { hasText: start }).first();
}

/** A webview is a page in two nested frames. */
export function panelFrame({ page }: Session): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** The status bar entry with this text. */
export function status({ page }: Session, text: string): Locator {
  return page.locator('.statusbar-item', { hasText: text });
}
