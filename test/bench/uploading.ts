// Uploading a plugin that Konnect knows already: what it takes until Konnect has answered.
import { startDemo } from '../../src/demo/server';
import { type ControlPlane, type CustomPlugin, KonnectClient } from '../../src/konnect/client';
import { planUpload, runUpload } from '../../src/operations/plugin/uploadPlugin';
import { english } from '../../src/text';
import { countRoundTrips } from './roundTrips';
import type { Row } from './row';

export async function uploading(): Promise<readonly Row[]> {
  const demo = await startDemo();
  const clientOf = (fetch: typeof globalThis.fetch) =>
    new KonnectClient({
      apiUrl: demo.apiUrl,
      token: () => demo.token,
      fetch,
      log: () => undefined,
      t: english,
    });
  const reading = clientOf(fetch);
  const clients = [reading];
  const upload = async (what: string, text: string, needed: number): Promise<Row> => {
    const { controlPlane, plugin } = await anyPlugin(reading);
    const trips = countRoundTrips(fetch);
    const client = clientOf(trips.fetch);
    clients.push(client);
    const { name = '', handler = '', schema = '' } = plugin;
    const body = { name, schema, handler: `${handler}${text}` };
    const plan = await planUpload(client, controlPlane, body, { isProbablySame: text === '' });
    if (plan.kind === 'gone') throw new Error('The demo lost the control plane.');
    await runUpload(client, controlPlane, body, plan, { keep: async () => undefined });
    const { sequential, requests } = trips;
    return {
      what,
      measured: `${sequential} (${requests} requests)`,
      budget: String(needed),
      ratio: sequential / needed,
    };
  };
  try {
    return [
      await upload('upload a changed plugin: sequential round trips', '-- changed\n', 2),
      await upload('upload an unchanged plugin: sequential round trips', '', 1),
    ];
  } finally {
    for (const client of clients) await client.close();
    await demo.close();
  }
}

async function anyPlugin(
  client: KonnectClient,
): Promise<{ controlPlane: ControlPlane; plugin: CustomPlugin }> {
  for await (const controlPlane of client.controlPlanes.list('us', { cloudGateway: true })) {
    for await (const plugin of client.customPlugins.list(controlPlane))
      return { controlPlane, plugin };
  }
  throw new Error('The demo has no custom plugin in us.');
}
