// The name that was probably meant.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { distance, nearest } from '../../../src/lua/gateway/nearest';

describe('distance', () => {
  it('counts insertions, deletions, replacements and swapped neighbours', () => {
    const cases: readonly (readonly [string, string, number])[] = [
      ['access', 'access', 0],
      ['acess', 'access', 1],
      ['accesss', 'access', 1],
      ['accass', 'access', 1],
      ['acecss', 'access', 1],
      ['header_fliter', 'header_filter', 1],
      ['haeder_fliter', 'header_filter', 2],
      ['', 'log', 3],
      ['kitten', 'sitting', 3],
      ['abcdef', 'uvwxyz', 6],
    ];
    for (const [from, to, changes] of cases) {
      assert.equal(distance(from, to), changes, `${from} ${to}`);
      assert.equal(distance(to, from), changes, `${to} ${from}`);
      assert.equal(distance(from, to, 3), Math.min(changes, 3), `${from} ${to}, up to 3`);
    }
  });
});

describe('nearest', () => {
  it('is the closest within the limit, or nothing', () => {
    const names = ['get_header', 'get_headers', 'get_host'];
    assert.equal(nearest('get_heder', names), 'get_header');
    assert.equal(nearest('get_heders', names), 'get_headers');
    assert.equal(nearest('set_body', names), undefined);
    assert.equal(nearest('get_hos', names, 1), 'get_host');
  });
});
