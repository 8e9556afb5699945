import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const texts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync('package.nls.json', 'utf8'),
);
const [walkthrough, ...others] = contributes.walkthroughs;
const steps: readonly Step[] = walkthrough.steps;
const commands = new Set<string>(
  contributes.commands.map(({ command }: { command: string }) => command),
);
const known = (id: string) => commands.has(id) || id === 'kongCloudGateways.explorer.focus';
const textOf = (key: string) => texts[key.slice(1, -1)] ?? '';

suite('the walkthrough', () => {
  test('leads from connecting to DNS and the role, in one list', () => {
    assert.deepEqual(others, []);
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['connect', 'browse', 'plugin', 'diagnostic', 'upload', 'dns'],
    );
  });

  test('each step has its texts, a picture without colours of its own, and something that completes it', () => {
    for (const { title, description, media, completionEvents } of steps) {
      for (const key of [title, description, media.altText]) assert.ok(textOf(key) !== '', key);
      assert.ok(existsSync(media.svg), media.svg);
      const svg = readFileSync(media.svg, 'utf8');
      assert.ok(svg.length < 1500, media.svg);
      assert.doesNotMatch(svg, /#[0-9a-f]{3,8}\b|rgb\(/i);
      assert.ok(completionEvents.length > 0);
    }
  });

  test('every link and every event names a command, view or key that exists', () => {
    const links = [
      ...steps.map(({ description }) => textOf(description)),
      texts['welcome.signedOut'] ?? '',
    ]
      .flatMap((text) => [...text.matchAll(/\(command:(kongCloudGateways\.[\w.]+)\)/g)])
      .map(([, id]) => id ?? '');
    assert.ok(links.length >= 7);
    assert.deepEqual(
      links.filter((id) => !known(id)),
      [],
    );
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    const run = events
      .filter((one) => one.startsWith('onCommand:kong'))
      .map((one) => one.slice(10));
    assert.deepEqual(
      run.filter((id) => !known(id)),
      [],
    );
    assert.ok(events.includes('onContext:kongCloudGateways.connected'));
    assert.ok(events.includes('onView:kongCloudGateways.explorer'));
  });

  test('the welcome text of a view without a connection leads to it', () => {
    const link = /openWalkthrough\?([^)]*)\)/.exec(texts['welcome.signedOut'] ?? '')?.[1] ?? '';
    const { publisher, name } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal(JSON.parse(decodeURIComponent(link)), `${publisher}.${name}#${walkthrough.id}`);
  });
});
