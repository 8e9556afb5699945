// The document of a plugin instance: what it shows, what its marks stand for, and what is sent for it.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { instanceText } from '../../../src/instances/instanceText';
import { markOf, maskSecrets, unmaskSecrets } from '../../../src/instances/masks';
import { fieldProblems, readInstance } from '../../../src/instances/readInstance';
import { english } from '../../../src/text';

const canary = 'canary-5d1e-not-for-anyone';
const plugin = {
  id: 'p-1',
  name: 'signer',
  instance_name: null,
  enabled: true,
  config: {
    header: 'X-Signed',
    salt_of_day: canary,
    hidden: 'innocent-looking',
    reference: '{vault://weather/key}',
    nothing: null,
    without: null,
    list: [`Authorization:Bearer ${canary}`, 'plain'],
  },
  tags: null,
};
const facts = { encrypted: [['hidden'], ['reference'], ['salt_of_day']], nullable: [['without']] };
const read = (text: string, check = () => [] as { path: string; message: string }[]) =>
  readInstance(text, { name: 'signer', masked: instanceText(plugin, facts), check, t: english });

suite('the document of a plugin instance', () => {
  test('shows neither secrets nor fields that are as good as not there', () => {
    const { text, secrets } = instanceText(plugin, facts);
    assert.deepEqual(JSON.parse(text), {
      name: 'signer',
      enabled: true,
      config: {
        header: 'X-Signed',
        salt_of_day: markOf(1),
        hidden: markOf(2),
        reference: '{vault://weather/key}',
        without: null,
        list: [markOf(3), 'plain'],
      },
    });
    assert.ok(!text.includes(canary));
    assert.equal(secrets.length, 3);
  });

  test('marks that are left alone, or moved, keep what they stand for', () => {
    const { text } = instanceText(plugin, facts);
    const moved = text.replace(`"${markOf(3)}",\n      "plain"`, `"plain", "${markOf(3)}"`);
    const reading = read(moved);
    assert.ok('body' in reading);
    assert.deepEqual(reading.body.config?.list, ['plain', `Authorization:Bearer ${canary}`]);
    assert.equal(reading.body.config?.hidden, 'innocent-looking');
  });

  test('any value comes back from behind its marks', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const masked = maskSecrets(value, (_, text) => text.length % 2 === 1);
        const { value: back, lost } = unmaskSecrets(masked.value, masked);
        assert.deepEqual([back, lost], [value, []]);
      }),
    );
  });

  test('a text that looks like a mark is not taken for one', () => {
    const masked = maskSecrets({ odd: markOf(7) }, () => false);
    assert.deepEqual(masked.value, { odd: markOf(1) });
    assert.deepEqual(unmaskSecrets(masked.value, masked).value, { odd: markOf(7) });
  });

  test('problems stand at their place and repeat no stored secret', () => {
    const { text } = instanceText(plugin, facts);
    const reading = read(text, () => [
      { path: 'list', message: `invalid value: Authorization:Bearer ${canary}` },
    ]);
    assert.ok('problems' in reading);
    const [problem] = reading.problems;
    assert.equal(text.slice(problem?.start, problem?.end), '"list"');
    assert.equal(problem?.message, 'invalid value: •••');
  });

  test('what an instance cannot have is refused: other keys, other shapes, another plugin', () => {
    const messages = (value: unknown) => {
      const reading = read(JSON.stringify(value));
      return 'problems' in reading ? reading.problems.map(({ message }) => message) : [];
    };
    assert.deepEqual(messages({ name: 'cors', id: 'x', enabled: 'yes', config: [] }), [
      'This is an instance of signer; that cannot be changed.',
      'An instance has no id that could be changed here.',
      'enabled is true or false.',
      'config is an object.',
    ]);
    assert.deepEqual(messages([]), ['An instance is an object {…}.']);
    const broken = read('{"name": ');
    assert.ok('problems' in broken && broken.problems[0]?.message === 'This is not valid JSON.');
  });

  test('a path of Konnect leads to the nearest thing that is there', () => {
    const text = '{"config": {"add": {"headers": ["a", "b"]}}}';
    const at = (field: string) => {
      const [problem] = fieldProblems(text, [{ field, reason: 'no' }]);
      return text.slice(problem?.start, problem?.end);
    };
    assert.equal(at('config.add.headers[1]'), '"b"');
    assert.equal(at('config.add.body'), '"add"');
    assert.equal(at('service'), '{');
  });
});
