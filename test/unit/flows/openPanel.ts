// The panel of a gateway, opened as a flow: what it says instead of a part that could not be read is what the user is told.
import assert from 'node:assert/strict';
import { english } from '../../../src/text';
import { PanelSession } from '../../../src/webview/panelSession';
import type { PanelState } from '../../../src/webview/protocol';
import type { Flow } from './stage';

export const openPanel: Flow = async (stage) => {
  const { id, geo } = await stage.plane('us', 'booking-prod');
  let state: PanelState | undefined;
  const none = async () => undefined;
  const open = async (): Promise<string> => {
    const session = new PanelSession(
      { id, geo },
      {
        post: (message) => {
          if (message.type === 'state') state = message.state;
        },
        setTitle: () => undefined,
        isVisible: () => true,
        copy: none,
        openText: none,
        run: none,
        chooseDnsServers: async () => false,
      },
      {
        konnect: async () => stage.konnect,
        connection: () => ({ label: 'Tidewater', demo: true }),
        t: english,
        onError: (error) => assert.fail(`a defect: ${error}`),
        resolvers: () => assert.fail('DNS is not to be asked'),
        probe: { fetch: () => assert.fail('no gateway is to be asked'), now: () => 0 },
        schedule: () => () => undefined,
      },
    );
    await session.receive({ type: 'ready', id: 1 });
    await session.refresh();
    session.dispose();
    return JSON.stringify(state);
  };
  const whole = await open();
  return {
    act: async () => {
      const shown = await open();
      if (shown !== whole) throw new Error(shown);
    },
    outcome: async () => JSON.parse(whole),
  };
};
