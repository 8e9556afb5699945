// An open panel without an editor: what it posts, does and waits for is recorded.
import assert from 'node:assert/strict';
import { english } from '../../../src/text';
import { PanelSession, type PanelSources } from '../../../src/webview/panelSession';
import type { PanelState, ToPanel } from '../../../src/webview/protocol';
import {
  type Answers,
  account,
  configuration,
  controlPlane,
  domain,
  group,
  konnectWith,
  network,
  ref,
} from './konnectWith';

export const netA = 'aaaaaaaa-efd1-4bec-b246-62aa5d3f5695';
export const netB = 'bbbbbbbb-efd1-4bec-b246-62aa5d3f5695';
export const accountA = account('929b2449-c69f-44c4-b6ad-9ecec6f811ae', 'aws', '012345678901');
export const accountB = account('11112449-c69f-44c4-b6ad-9ecec6f811ae', 'aws', '999999999999');

export const answers: Answers = {
  [`control-planes/${ref.id}`]: controlPlane('payments'),
  configurations: [configuration([group(netA)])],
  'custom-domains': [domain('d1', 'api.example.com')],
  'provider-accounts': [accountB, accountA],
  [`networks/${netA}`]: network(netA, accountA.id),
  [`networks/${netA}/transit-gateways`]: [],
};

export function openPanel(change: Answers = {}, more: Partial<PanelSources> = {}) {
  const { konnect, requests } = konnectWith({ ...answers, ...change });
  const posted: ToPanel[] = [];
  const done: string[] = [];
  const waits: { delayMs: number; run: () => void }[] = [];
  const editor = { visible: true };
  const session = new PanelSession(
    ref,
    {
      post: (message) => posted.push(message),
      setTitle: (title) => done.push(`title ${title}`),
      isVisible: () => editor.visible,
      copy: async (text) => void done.push(`copied ${text}`),
      openText: async (text, language) => void done.push(`opened ${language} ${text}`),
      run: async (action) => void done.push(`ran ${action}`),
      chooseDnsServers: async () => true,
    },
    {
      konnect: async () => konnect,
      connection: () => ({ label: 'Acme', demo: false }),
      t: english,
      onError: (error) => assert.fail(`unexpected: ${error}`),
      resolvers: () => assert.fail('DNS is not to be asked'),
      probe: { fetch: () => assert.fail('no gateway is to be asked'), now: () => 0 },
      schedule: (run, delayMs) => {
        const wait = { run, delayMs };
        waits.push(wait);
        return () => void waits.splice(waits.indexOf(wait), 1);
      },
      ...more,
    },
  );
  return { session, posted, done, waits, requests, editor, state: () => lastState(posted) };
}

export function lastState(posted: readonly ToPanel[]): PanelState {
  const last = posted.findLast((message) => message.type === 'state');
  return last?.state ?? assert.fail('no state was posted');
}

/** Lets everything that is ready run until the condition holds. */
export async function settled(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !condition(); turn += 1) await new Promise(setImmediate);
  assert.ok(condition());
}
