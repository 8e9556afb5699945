// What users do from beginning to end, each made ready so that it can be done again after a fault.
import assert from 'node:assert/strict';
import { configurationWrite } from '../../../src/konnect/resources/configurationWrite';
import {
  applyConfiguration,
  readConfiguration,
} from '../../../src/operations/configuration/applyConfiguration';
import { scaled } from '../../../src/operations/configuration/edits';
import { followConfiguration } from '../../../src/operations/configuration/followConfiguration';
import { editControlPlane } from '../../../src/operations/controlPlane/editControlPlane';
import { deleteControlPlane, readParts } from '../../../src/operations/delete/deleteControlPlane';
import { provisionGateway } from '../../../src/operations/gateway/provisionGateway';
import { deletePlugin, planDelete } from '../../../src/operations/plugin/deletePlugin';
import { setEnabled } from '../../../src/operations/plugin/setEnabled';
import { planUpload, runUpload } from '../../../src/operations/plugin/uploadPlugin';
import { injectSecret, storeName } from '../../../src/operations/secret/injectSecret';
import { all } from '../konnect/testClient';
import { ohioPlan } from '../operations/gateway/plans';
import { openExplorer } from './openExplorer';
import { openPanel } from './openPanel';
import type { Flow, Stage } from './stage';

const nameOf = ({ name }: { readonly name?: string | null | undefined }) => name;

async function planeNames({ konnect }: Stage, geo: string): Promise<readonly string[]> {
  return (await all(konnect.controlPlanes.list(geo))).map(({ name }) => name).sort();
}

const provision: Flow = async (stage) => {
  const { konnect, run } = stage;
  const wish = { plan: ohioPlan, before: undefined };
  return {
    act: async () => {
      const done = await provisionGateway(konnect, wish, run);
      assert.ok(done.kind === 'done' && done.applied.kind !== 'moved', JSON.stringify(done));
      await followConfiguration(konnect, done.controlPlane, run);
    },
    outcome: async () => {
      const plane = await stage.plane('eu', ohioPlan.controlPlane.name);
      const configurations = await all(konnect.configurations.list({ controlPlane: plane }));
      return [
        await planeNames(stage, 'eu'),
        (await all(konnect.networks.list())).map(nameOf).sort(),
        configurations.map(({ dataplane_groups }) =>
          dataplane_groups?.map(({ region, state }) => `${region} ${state}`),
        ),
      ];
    },
  };
};

const change: Flow = async (stage) => {
  const { konnect, run } = stage;
  const plane = await stage.plane('us', 'booking-prod');
  const before = await readConfiguration(konnect, plane);
  const [group] = before?.dataplane_group_config ?? [];
  assert.ok(before && group);
  const wish = scaled(configurationWrite(before), group, { kind: 'autopilot', base_rps: 1000 });
  return {
    act: async () => {
      const applied = await applyConfiguration(konnect, { before, wish }, run);
      assert.ok(applied.kind === 'sent' || applied.kind === 'identical', applied.kind);
      await followConfiguration(konnect, plane, run);
    },
    outcome: async () => {
      const after = await readConfiguration(konnect, plane);
      return [
        after?.version,
        after?.dataplane_group_config,
        after?.dataplane_groups?.map(({ state }) => state),
      ];
    },
  };
};

const rename: Flow = async (stage) => {
  const { konnect, run } = stage;
  const seen = await stage.plane('us', 'booking-prod');
  return {
    act: async () => {
      const now = await konnect.controlPlanes.get(seen);
      if (now.description !== 'other')
        await editControlPlane(konnect, seen, { description: 'other' }, run);
    },
    outcome: async () => {
      const { name, description, labels } = await konnect.controlPlanes.get(seen);
      return { name, description, labels };
    },
  };
};

const deleting: Flow = async (stage) => {
  const { konnect, run } = stage;
  return {
    act: async () => {
      if (!(await planeNames(stage, 'eu')).includes('partners-private')) return;
      const plane = await stage.plane('eu', 'partners-private');
      await deleteControlPlane(konnect, plane, await readParts(konnect, plane), run);
    },
    outcome: async () => [
      await planeNames(stage, 'eu'),
      (await all(konnect.customDomains.list())).map(({ domain }) => domain).sort(),
      (await all(konnect.addOns.list())).map(nameOf).sort(),
    ],
  };
};

/** Kept copies stand in a list: how they are written is shown elsewhere. */
const upload: Flow = async (stage) => {
  const { konnect } = stage;
  const plane = await stage.plane('us', 'booking-prod');
  const before = await konnect.customPlugins.get(plane, 'tide-headers');
  const body = { name: before.name, handler: `-- two\n${before.handler}`, schema: before.schema };
  const kept: string[] = [];
  return {
    act: async () => {
      const plan = await planUpload(konnect, plane, body);
      assert.ok(plan.kind !== 'gone');
      await runUpload(konnect, plane, body, plan, {
        keep: async ({ handler }) => void kept.push(handler),
      });
    },
    outcome: async () => {
      const found = await all(konnect.customPlugins.list(plane));
      assert.ok(kept.includes(before.handler), 'what was replaced is kept');
      return [found.map(nameOf).sort(), found.some(({ handler }) => handler === body.handler)];
    },
  };
};

const uploadNew: Flow = async (stage) => {
  const { konnect } = stage;
  const plane = await stage.plane('us', 'booking-prod');
  const { handler, schema } = await konnect.customPlugins.get(plane, 'tide-headers');
  const body = { name: 'tide-new', handler, schema: schema.replaceAll('tide-headers', 'tide-new') };
  return {
    act: async () => {
      const plan = await planUpload(konnect, plane, body);
      assert.ok(plan.kind !== 'gone');
      await runUpload(konnect, plane, body, plan, {
        keep: () => assert.fail('nothing is replaced'),
      });
    },
    outcome: async () => (await all(konnect.customPlugins.list(plane))).map(nameOf).sort(),
  };
};

const removePlugin: Flow = async (stage) => {
  const { konnect, run } = stage;
  const plane = await stage.plane('us', 'booking-prod');
  const body = await konnect.customPlugins.get(plane, 'tide-headers');
  const schema = body.schema.replaceAll('tide-headers', 'tide-old');
  await konnect.customPlugins.create(plane, { name: 'tide-old', handler: body.handler, schema });
  const kept: string[] = [];
  return {
    act: async () => {
      const { remote } = await planDelete(konnect, plane, 'tide-old', run.signal);
      if (remote === undefined) return;
      await deletePlugin(konnect, plane, remote, {
        keep: async ({ handler }) => void kept.push(handler),
        signal: run.signal,
      });
    },
    outcome: async () => {
      assert.ok(kept.includes(body.handler), 'what was deleted is kept');
      return (await all(konnect.customPlugins.list(plane))).map(nameOf).sort();
    },
  };
};

const secret: Flow = async (stage) => {
  const { konnect, run } = stage;
  const plane = await stage.plane('eu', 'payments');
  const [service] = await all(konnect.services.list(plane, { name: 'refunds' }));
  assert.ok(service);
  const scope = { kind: 'service', id: service.id, name: 'refunds' } as const;
  const wish = {
    controlPlane: plane,
    scope,
    way: 'vault',
    header: 'Authorization',
    value: 'Bearer sparrow',
  } as const;
  return {
    act: () => injectSecret(konnect, wish, run),
    outcome: async () => {
      const plugins = await all(konnect.plugins.list(plane));
      return [
        (await all(konnect.configStores.list(plane))).map(nameOf),
        (await all(konnect.vaults.list(plane))).map(({ prefix }) => prefix),
        plugins
          .map(({ name, config }) => [
            name,
            JSON.stringify(config).includes(`{vault://${storeName}/`),
          ])
          .sort(),
      ];
    },
  };
};

const toggle: Flow = async (stage) => {
  const { konnect, run } = stage;
  const plane = await stage.plane('us', 'booking-prod');
  const [instance] = await all(konnect.plugins.list(plane, { name: 'rate-limiting' }));
  assert.ok(instance);
  return {
    act: async () => void (await setEnabled(konnect, plane, instance.id, false, run.signal)),
    outcome: async () => {
      const { enabled, config } = await konnect.plugins.get(plane, instance.id);
      return { enabled, config };
    },
  };
};

export const flows: Readonly<Record<string, Flow>> = {
  'opening the explorer': openExplorer,
  'opening the panel': openPanel,
  'provisioning a gateway': provision,
  'changing a gateway': change,
  'editing a control plane': rename,
  'deleting a control plane': deleting,
  'uploading over a plugin': upload,
  'uploading a new plugin': uploadNew,
  'deleting a plugin': removePlugin,
  'injecting a secret': secret,
  'switching an instance off': toggle,
};
