import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  cidrText,
  clashOf,
  contains,
  isAddress,
  parseCidr,
} from '../../../../src/operations/network/cidr';
import {
  type NetworkPlace,
  overlapping,
  suggestAddress,
  whyNotAddress,
} from '../../../../src/operations/network/networkAddress';
import { english } from '../../../../src/text';

const aws: NetworkPlace = { provider: 'aws', zones: 2, reserved: ['10.99.0.0/16'] };
const why = (text: string, place: Partial<NetworkPlace> = {}) =>
  whyNotAddress(text, { ...aws, ...place }, english);

suite('IPv4 ranges', () => {
  test('are read with their first and last address, and written again', () => {
    assert.deepEqual(parseCidr('10.4.1.0/24'), {
      first: 168034560,
      last: 168034815,
      prefix: 24,
      isExact: true,
    });
    for (const text of ['0.0.0.0/0', '10.4.0.0/16', '255.255.255.255/32', '192.168.128.0/17']) {
      const range = parseCidr(text);
      assert.equal(range && cidrText(range), text);
    }
  });

  test('what is none is none', () => {
    const texts = ['', '10.0.0.0', '10.0.0/16', '10.0.0.0/33', '256.0.0.0/8', '010.0.0.0/16'];
    for (const text of [...texts, '10.0.0.0/016', '10.0.0.0/16 ', '::/0', '10.0.0.0/-1'])
      assert.equal(parseCidr(text), undefined, text);
  });

  test('overlap when one address is in both', () => {
    const range = parseCidr('10.4.0.0/16');
    assert.ok(range);
    assert.equal(clashOf(range, ['10.3.0.0/16', 'nonsense', '10.4.255.0/24']), '10.4.255.0/24');
    assert.equal(clashOf(range, ['10.0.0.0/8']), '10.0.0.0/8');
    assert.equal(clashOf(range, ['10.3.0.0/16', '10.5.0.0/16']), undefined);
    const inner = parseCidr('10.4.255.0/24');
    assert.ok(inner && contains(range, inner) && !contains(inner, range));
  });

  test('an address alone is told from a range', () => {
    assert.deepEqual(['10.0.0.10', '10.0.0.0/16', '10.0.0', '10.0.0.256'].map(isAddress), [
      true,
      false,
      false,
      false,
    ]);
  });
});

suite('the range of a network', () => {
  test('may be from /16 to what its zones need', () => {
    for (const [zones, prefix] of [
      [2, 23],
      [3, 22],
      [4, 22],
      [5, 21],
    ] as const) {
      assert.equal(why(`10.4.0.0/${prefix}`, { zones }), undefined);
      assert.equal(
        why(`10.4.0.0/${prefix + 1}`, { zones }),
        `/${prefix + 1} is too small: ${zones} zones need at least a /${prefix}.`,
      );
    }
    assert.equal(why('10.0.0.0/15'), '/15 is too large: a network has at most a /16.');
  });

  test('is at least a /21 on Azure', () => {
    assert.equal(why('10.4.0.0/21', { provider: 'azure' }), undefined);
    assert.equal(
      why('10.4.0.0/22', { provider: 'azure' }),
      '/22 is too small: on Azure a network needs at least a /21.',
    );
  });

  test('begins at its first address', () => {
    assert.equal(
      why('10.4.7.0/16'),
      'This is not the first address of the range; 10.4.0.0/16 would be.',
    );
  });

  test('lies in the private ranges that Konnect takes, and not in reserved ones', () => {
    for (const text of ['100.64.0.0/16', '172.16.0.0/16', '192.168.0.0/16', '198.19.0.0/16'])
      assert.equal(why(text), undefined, text);
    assert.match(why('11.0.0.0/16') ?? '', /^It must lie within one of 10\.0\.0\.0\/8, /);
    assert.match(why('172.32.0.0/16') ?? '', /^It must lie within/);
    const reserved = ['10.100.4.0/22', '172.17.0.0/16', '10.99.0.0/16'];
    assert.deepEqual(
      reserved.map((text) => why(text)),
      ['10.100.0.0/16', '172.17.0.0/16', '10.99.0.0/16'].map(
        (block) => `It overlaps ${block}, which is reserved there.`,
      ),
    );
  });

  test('is suggested where nothing else is', () => {
    assert.equal(suggestAddress(aws, []), '10.0.0.0/16');
    assert.equal(suggestAddress(aws, ['10.0.0.0/15', '10.2.0.0/24']), '10.3.0.0/16');
  });

  test('tells the networks that it overlaps', () => {
    const networks = [
      { name: 'one', cidr_block: '10.4.0.0/16' },
      { name: 'two', cidr_block: '10.8.0.0/16' },
    ];
    assert.deepEqual(overlapping('10.4.16.0/20', networks), ['one (10.4.0.0/16)']);
    assert.deepEqual(overlapping('nonsense', networks), []);
  });
});
