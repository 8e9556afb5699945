// How many requests each step costs, with the tree driven as VS Code drives it, and a clock that the test moves.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import type { DemoServer } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import type { TestAccess } from '../../../src/extension';
import { LiveRows } from '../../../src/tree/liveRows';
import type { TreeNode } from '../../../src/tree/nodes/node';
import { ResourceTree } from '../../../src/tree/resourceTree';
import { ManualTimers } from '../../fakes/manualTimers';
import { activated, connectedDemo } from '../support';

const minute = 60_000;
const geos = 6;

suite('requests', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let driven: Driven;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services, { clock: createManualClock() });
    demo.forgetRequests();
    driven = new Driven(access);
  });

  afterEach(async () => {
    driven.dispose();
    await access.services.connections.signOut();
    await demo.close();
  });

  const asked = () =>
    demo.requests
      .map(({ geo, path }) => `${geo} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')}`)
      .sort();
  const lists = ['au', 'eu', 'in', 'me', 'sg', 'us'].map((geo) => `${geo} /v2/control-planes`);

  test('the first opening costs the geos and one list for each', async () => {
    await driven.open();
    assert.deepEqual(asked(), ['global /v3/available-regions', ...lists].sort());
  });

  test('expanding costs the list of that heading, a control plane nothing', async () => {
    await driven.open();
    demo.forgetRequests();
    await driven.open('us', 'booking-prod');
    assert.deepEqual(asked(), []);
    await driven.open('us', 'booking-prod', 'Plugins');
    assert.deepEqual(asked(), ['us /v2/control-planes/<id>/core-entities/plugins']);
    demo.forgetRequests();
    await driven.open('us', 'booking-prod', 'Nodes');
    assert.deepEqual(asked(), [
      'us /v2/control-planes/<id>/expected-config-hash',
      'us /v2/control-planes/<id>/nodes',
    ]);
    demo.forgetRequests();
    await driven.open('us', 'booking-prod', 'Nodes');
    await driven.open('us', 'booking-prod', 'Plugins');
    assert.deepEqual(asked(), []);
  });

  test('a refresh of one heading reads that heading, a refresh of all what is open', async () => {
    await driven.open('us', 'booking-prod', 'Plugins');
    demo.forgetRequests();
    driven.tree.refresh(driven.idOf('us', 'booking-prod', 'Plugins'));
    await driven.open('us', 'booking-prod', 'Plugins');
    assert.deepEqual(asked(), ['us /v2/control-planes/<id>/core-entities/plugins']);
    demo.forgetRequests();
    driven.tree.refresh();
    await driven.open('us', 'booking-prod', 'Plugins');
    assert.deepEqual(
      asked(),
      [
        'global /v3/available-regions',
        ...lists,
        'us /v2/control-planes/<id>/core-entities/plugins',
      ].sort(),
    );
  });

  test('what is at rest costs nothing, however long it is looked at', async () => {
    await driven.open('us', 'booking-prod', 'Data plane groups');
    await driven.open('us', 'booking-prod', 'Nodes');
    await driven.open('us', 'booking-prod', 'Plugins');
    demo.forgetRequests();
    await driven.pass(60 * minute);
    assert.deepEqual(asked(), []);
  });

  test('one group in transition costs its poll, ever more rarely, and nothing moves while nothing changes', async () => {
    await driven.open('us', 'fleet-telemetry', 'Data plane groups');
    demo.forgetRequests();
    const before = driven.changes;
    await driven.pass(5 * minute);
    const polls = asked();
    assert.ok(polls.length >= 3 && polls.length <= 8, String(polls.length));
    assert.deepEqual([...new Set(polls)], ['global /v2/cloud-gateways/configurations']);
    assert.equal(driven.changes, before);
  });

  test('nothing is polled while the view is hidden or the window has no focus, and once when it is seen again', async () => {
    await driven.open('us', 'fleet-telemetry', 'Data plane groups');
    demo.forgetRequests();
    driven.watch(false);
    await driven.pass(60 * minute);
    assert.deepEqual(asked(), []);
    driven.watch(true);
    await driven.calm();
    assert.deepEqual(asked(), ['global /v2/cloud-gateways/configurations']);
  });

  test('a domain that stays unverified is hardly ever asked about', async () => {
    await driven.open('us', 'booking-prod', 'Custom domains');
    demo.forgetRequests();
    await driven.pass(120 * minute);
    const polls = asked();
    assert.ok(polls.length >= 2 && polls.length <= 12, String(polls.length));
    assert.deepEqual([...new Set(polls)], ['global /v2/cloud-gateways/custom-domains']);
  });

  test('a poll that fails leaves the rows, says why below them, and goes on', async () => {
    const path = ['us', 'fleet-telemetry', 'Data plane groups'] as const;
    const rows = await driven.open(...path);
    const fault = { kind: 'status', status: 403 } as const;
    const refused = demo.faults.order({ path: '/global/v2/cloud-gateways/configurations', fault });
    await driven.pass(minute);
    const shown = await driven.open(...path);
    assert.equal(shown.length, rows.length + 1);
    assert.match(shown.at(-1) ?? '', /Cloud Gateway Cluster Viewer” is probably missing/);
    refused.cancel();
    await driven.pass(5 * minute);
    assert.deepEqual(await driven.open(...path), rows);
  });
});

/** A tree of the test's own, asked as VS Code asks. */
class Driven {
  readonly tree: ResourceTree;
  readonly #timers = new ManualTimers();
  readonly #live: LiveRows;
  readonly #looks: Promise<void>[] = [];
  readonly #ids = new Map<string, string>();
  #isWatched = true;
  changes = 0;

  constructor({ services }: TestAccess) {
    this.#live = new LiveRows({
      refresh: ({ id }) => void this.#looks.push(this.tree.lookAgain(id)),
      isWatched: () => this.#isWatched,
      timers: this.#timers,
    });
    this.tree = new ResourceTree({
      isConnected: async () => true,
      konnect: () => services.client.get(),
      geos: () => [],
      say: () => undefined,
      onLoaded: (parent, children) => this.#live.loaded(parent, children),
      onTroubles: () => undefined,
      onChanged: () => {
        this.changes += 1;
      },
    });
  }

  /** Opens a row and all above it; returns the labels below it. */
  async open(...labels: readonly string[]): Promise<string[]> {
    let children = await this.#children(undefined);
    const path: string[] = [];
    // Geos are shown open.
    for (const geo of children.slice(0, geos)) await this.#children(geo);
    for (const label of labels) {
      path.push(label);
      const node = children.find((one) => this.tree.getTreeItem(one).label === label);
      assert.ok(node, `no row ${label}`);
      this.#ids.set(path.join(' > '), node.id);
      children = await this.#children(node);
    }
    return children.map((node) => String(this.tree.getTreeItem(node).label));
  }

  idOf(...labels: readonly string[]): string {
    return this.#ids.get(labels.join(' > ')) ?? '';
  }

  watch(isWatched: boolean): void {
    this.#isWatched = isWatched;
    this.#live.watchedChanged();
  }

  /** Lets time pass in small steps; what falls due is done before the next one. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 5_000) {
      this.#timers.advance(Math.min(left, 5_000));
      await this.calm();
    }
  }

  async calm(): Promise<void> {
    await Promise.all(this.#looks.splice(0));
  }

  dispose(): void {
    this.tree.dispose();
    this.#live.dispose();
  }

  async #children(node: TreeNode | undefined): Promise<TreeNode[]> {
    return this.tree.getChildren(node);
  }
}
