// The page of a gateway panel, as the end-to-end tests open it and look into it.
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { Session } from '../host/session';

/** Pixels by which the page is wider than its window. */
export const overflow =
  'document.documentElement.scrollWidth - document.documentElement.clientWidth';

export async function openPanelOf(session: Session, controlPlane: string): Promise<void> {
  await session.runCommand('Kong Konnect: Open Gateway Panel');
  await session.palette.locator('input').first().fill(controlPlane.slice(0, 20));
  await session.pick(controlPlane);
}

/** The page of the panel in front, which VS Code nests in frames. */
export async function pageFrame({ page }: Session, title = 'booking-prod'): Promise<Frame> {
  for (const frame of page.frames()) {
    const heading = frame.locator('#page h1');
    if ((await heading.count()) > 0 && (await heading.innerText()).includes(title)) return frame;
  }
  return assert.fail('the panel is open');
}
