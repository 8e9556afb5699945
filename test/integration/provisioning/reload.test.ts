// The window is reloaded while Konnect is at work: what was begun is watched again, and nothing is sent anew.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { keyOf, type OpenWorkNote } from '../../../src/commands/openWork/notes';
import { takeUp } from '../../../src/commands/openWork/takeUp';
import { reportScheme } from '../../../src/manifest';
import { planeNamed } from '../pluginLife/support';
import { answerWith, nodeOf, until } from '../support';
import { type AtHand, atHand } from './support';

suite('after a reload of the window', () => {
  let at: AtHand;

  beforeEach(async () => {
    at = await atHand();
  });
  afterEach(async () => {
    await at.close();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`kongCloudGateways.${command}`, ...args);
  const said = () => at.messages.all.map(({ kind, text }) => `${kind}: ${text}`);
  /** As another window would find it: nothing runs, and what is noted is all that is left. */
  const reload = async () => {
    at.access.services.background.dispose();
    await at.access.services.background.idle();
    at.messages.forget();
    at.demo.forgetRequests();
    await takeUp(at.access.services);
    await at.access.services.background.idle();
  };
  const noted = async (note: OpenWorkNote) => {
    await at.access.services.openWork.keep(keyOf(note), note);
    return reload();
  };

  test('a change that is under way is followed to its end, which is told with what comes next', async () => {
    const { services } = at.access;
    const { clock } = services;
    let waits = 0;
    const standing = (_: number, signal?: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        waits += 1;
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    Object.assign(services, { clock: { ...clock, sleep: standing } });
    const controlPlane = await planeNamed(at.access, 'booking-prod');
    answerWith(at.access, 'Tear Down', 'booking-prod');
    assert.equal(await run('configuration.tearDown', { controlPlane }), true);
    await until(() => waits > 0);
    Object.assign(services, { clock });
    await reload();
    assert.deepEqual(said(), ['info: booking-prod has no data planes any more.']);
    assert.deepEqual(
      at.messages.last?.actions.map(({ title }) => title),
      ['Delete Control Plane…'],
    );
    assert.deepEqual(at.writes(), []);
    assert.equal(services.openWork.isNone, true);
  });

  test('what was seen to its end is not taken up', async () => {
    const controlPlane = await planeNamed(at.access, 'booking-prod');
    answerWith(at.access, '3.15', 'Upgrade');
    await run('configuration.upgrade', { controlPlane });
    await at.access.services.background.idle();
    assert.equal(at.access.services.openWork.isNone, true);
    await reload();
    assert.deepEqual(said(), []);
  });

  test('a network and a transit gateway are waited for, and the steps are shown', async () => {
    const network = await nodeOf(at.access.services, 'Networks', 'us-east-2-prod');
    const konnect = await at.access.services.client.get();
    const { cloud_gateway_provider_account_id } = await konnect.networks.get(idOf(network));
    const { id, name } = await konnect.networks.create({
      name: 'oregon',
      cloud_gateway_provider_account_id,
      region: 'us-west-2',
      availability_zones: ['usw2-az1', 'usw2-az2'],
      cidr_block: '10.90.0.0/16',
    });
    await noted({ kind: 'network', id, name });
    const made = await konnect.transitGateways.create(id, {
      name: 'to-core',
      cidr_blocks: ['10.64.0.0/14'],
      transit_gateway_attachment_config: {
        kind: 'aws-vpc-peering-attachment',
        peer_account_id: '123456789012',
        peer_vpc_id: 'vpc-0f1e2d3c4b5a67890',
        peer_vpc_region: 'us-west-2',
      },
    });
    assert.deepEqual(said(), ['info: Network oregon is ready.']);
    await noted({ kind: 'transitGateway', networkId: id, id: made.id, name: made.name });
    assert.deepEqual(said(), [
      'info: to-core is ready. What is left to do in your own cloud is shown.',
    ]);
    const page = at.access.services.reports.provideTextDocumentContent(
      vscode.Uri.from({ scheme: reportScheme, path: '/Next steps for to-core.md' }),
    );
    assert.match(page, /aws ec2 create-route --region us-west-2/);
  });

  test('a deletion that the window took with it is offered again; one that is through is told', async () => {
    const { id, geo, name } = await planeNamed(at.access, 'partners-private', 'eu');
    const note = { kind: 'deletion', controlPlane: { id, geo, name } } as const;
    await noted(note);
    assert.deepEqual(said(), [
      'warning: The window was closed before the control plane partners-private was deleted. What Konnect had begun went on there.',
    ]);
    answerWith(at.access, 'Delete', 'partners-private');
    await at.messages.last?.actions[0]?.run();
    assert.equal(at.writes().at(-1), `DELETE ${id} 204`);
    await noted(note);
    assert.deepEqual(said(), ['info: Control plane partners-private is deleted.']);
    await noted({ kind: 'gateway', controlPlane: note.controlPlane, progress: '', done: 'done' });
    assert.deepEqual(said(), [], 'of a gateway that is gone there is nothing to tell');
  });

  test('what cannot be looked at now stays noted', async () => {
    const { services } = at.access;
    const { id, geo, name } = await planeNamed(at.access, 'booking-prod');
    const order = at.demo.faults.order({
      path: `/us/v2/control-planes/*`,
      fault: { kind: 'status', status: 403 },
    });
    await noted({
      kind: 'gateway',
      controlPlane: { id, geo, name },
      progress: 'Scaling',
      done: 'It is scaled.',
    });
    assert.deepEqual([said(), services.openWork.isNone], [[], false]);
    order.cancel();
    await reload();
    assert.deepEqual([said(), services.openWork.isNone], [['info: It is scaled.'], true]);
  });
});

function idOf(node: object): string {
  return 'resourceId' in node ? String(node.resourceId) : '';
}
