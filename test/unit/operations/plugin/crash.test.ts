// The program ends without warning at each step of an upload: Konnect and the kept copies are whole, and nothing is lost.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { backupFiles } from '../../../../src/host/plugins/backupFiles';
import {
  type ControlPlane,
  type CustomPlugin,
  KonnectClient,
} from '../../../../src/konnect/client';
import {
  previousOf,
  readRemote,
  restorePlugin,
} from '../../../../src/operations/plugin/restorePlugin';
import { planUpload, runUpload } from '../../../../src/operations/plugin/uploadPlugin';
import { Backups, type PluginPlace } from '../../../../src/plugins/backups';
import { english } from '../../../../src/text';
import { type DemoClient, demoClient } from '../demoClient';

/** `torn`: in the middle of writing the copy. `arrived`: the PUT has had its effect, and no answer came. */
const steps = ['planned', 'torn', 'kept', 'arrived', 'answered'] as const;
type Step = (typeof steps)[number];

interface Errand {
  readonly step: Step;
  readonly root: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly place: PluginPlace;
  readonly handler: string;
  readonly schema: string;
}

const errand = process.env.CRASHING_UPLOAD;
if (errand === undefined) crashes();
else void upload(JSON.parse(errand) as Errand);

/** Runs in a process of its own, which it ends as a lost window does. */
async function upload({ step, root, apiUrl, token, place, handler, schema }: Errand) {
  const die = (): Promise<never> => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  };
  const konnect = new KonnectClient({
    apiUrl,
    token: () => token,
    fetch: async (...request) => fetch(...request).catch(die),
    log: () => undefined,
    t: english,
  });
  const files = backupFiles(root);
  const torn: typeof files.write = async (folder, name) => {
    await files.write(folder, 'passing', '');
    await writeFile(join(root, folder, `${name}.${process.pid}.part`), '{"handler":"hal');
    return die();
  };
  const backups = new Backups({
    files: { ...files, ...(step === 'torn' && { write: torn }) },
    now: () => Date.now(),
  });
  const body = { name: place.plugin, handler, schema };
  const plan = await planUpload(konnect, place.controlPlane, body);
  if (step === 'planned' || plan.kind === 'gone') await die();
  else {
    await runUpload(konnect, place.controlPlane, body, plan, {
      keep: async (code) => {
        await backups.keep(place, code, 'replaced');
        if (step === 'kept') await die();
      },
    });
  }
  await die();
}

function crashes(): void {
  suite('a crash in the middle of an upload', () => {
    let at: DemoClient;
    let plane: ControlPlane;
    let before: CustomPlugin;
    let root: string;
    let place: PluginPlace;

    beforeEach(async () => {
      at = await demoClient();
      plane = await at.plane('booking-prod');
      before = await at.konnect.customPlugins.get(plane, 'tide-headers');
      root = await mkdtemp(join(tmpdir(), 'crash-'));
      const { geo, id, name } = plane;
      const controlPlane = { geo, id };
      place = { connection: 'c', controlPlane, controlPlaneName: name, plugin: before.name };
      at.asked();
    });
    afterEach(async () => {
      await at.close();
      await rm(root, { recursive: true });
    });

    for (const step of steps) {
      test(`${step}: either nothing was sent, or what was there before is kept`, async () => {
        if (step === 'arrived') {
          const path = '/us/v2/control-planes/*/core-entities/custom-plugins/*';
          const fault = { kind: 'resetBeforeHeaders', applied: true } as const;
          at.demo.faults.order({ method: 'PUT', path, fault });
        }
        const handler = `-- two\n${before.handler}`;
        const { apiUrl, token } = at.demo;
        const { schema } = before;
        const task: Errand = { step, root, apiUrl, token, place, handler, schema };
        const child = spawn(process.execPath, [__filename], {
          env: { ...process.env, CRASHING_UPLOAD: JSON.stringify(task) },
          stdio: ['ignore', 'inherit', 'inherit'],
        });
        const [, signal] = await once(child, 'exit');
        assert.equal(signal, 'SIGKILL');
        at.demo.faults.clear();

        const isSent = at.asked().some((line) => line.startsWith('PUT'));
        assert.equal(isSent, step === 'arrived' || step === 'answered');
        const now = await readRemote(at.konnect, plane, before.name);
        assert.equal(now?.handler, isSent ? handler : before.handler);
        const backups = new Backups({ files: backupFiles(root), now: () => Date.now() });
        const kept = await backups.list(place);
        const isKept = step !== 'planned' && step !== 'torn';
        assert.deepEqual(
          kept.map((one) => [one.handler, one.schema]),
          isKept ? [[before.handler, before.schema]] : [],
        );

        const previous = previousOf(kept, now);
        assert.equal(previous === undefined, !isSent);
        if (previous === undefined) return;
        await restorePlugin(at.konnect, plane, previous, now, {
          keep: (code) => backups.keep(place, code, 'replaced'),
        });
        assert.equal((await readRemote(at.konnect, plane, before.name))?.handler, before.handler);
      });
    }
  });
}
