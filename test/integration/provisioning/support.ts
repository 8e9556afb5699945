// What the tests of provisioning share: a demo whose time moves only while something waits, and its request log.
import type { DemoServer } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import type { TestAccess } from '../../../src/extension';
import type { Clock } from '../../../src/konnect/clock';
import type { ConfigurationWrite } from '../../../src/konnect/resources/configurationBody';
import { Messages } from '../pluginLife/support';
import { activated, connectedDemo } from '../support';

export interface AtHand {
  readonly access: TestAccess;
  readonly demo: DemoServer;
  readonly messages: Messages;
  /** `PUT configurations 200` of each change since the last call. */
  writes(): string[];
  /** Of each change since the last call of `writes`. */
  bodies(): readonly unknown[];
  /** Of the last PUT of a configuration. */
  lastWish(): ConfigurationWrite | undefined;
  close(): Promise<void>;
}

export async function atHand(): Promise<AtHand> {
  const access = await activated();
  const demo = await connectedDemo(access.services, { clock: createManualClock() });
  const clock: Clock = {
    now: () => demo.clock.now(),
    random: () => 0.5,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      demo.clock.advance(ms);
    },
  };
  Object.assign(access.services, { clock });
  const messages = new Messages(access);
  const changes = () => demo.requests.filter(({ method }) => method !== 'GET');
  demo.forgetRequests();
  let wish: ConfigurationWrite | undefined;
  return {
    access,
    demo,
    messages,
    writes: () => {
      const all = changes();
      const last = all.findLast(({ path }) => path.endsWith('/configurations'));
      wish = (last?.body as ConfigurationWrite | undefined) ?? wish;
      demo.forgetRequests();
      return all.map(({ method, path, status }) => `${method} ${path.split('/').at(-1)} ${status}`);
    },
    bodies: () => changes().map(({ body }) => body),
    lastWish: () => wish,
    close: async () => {
      await access.services.background.idle();
      await access.services.connections.signOut();
      await demo.close();
    },
  };
}
