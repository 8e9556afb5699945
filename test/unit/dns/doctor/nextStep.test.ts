// The one next step, from what DNS and Konnect say together.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { DnsReport } from '../../../../src/dns/doctor/examine';
import { type KonnectView, type NextStep, nextStep } from '../../../../src/dns/doctor/nextStep';

const report: DnsReport = {
  traffic: { kind: 'right' },
  challenge: { kind: 'right' },
  caa: { kind: 'allowed' },
};
const verified: KonnectView = { state: 'ready', cname: 'verified', ssl: 'verified' };
const target = 'x.example.net';
const why = 'timeout';

/** Of Konnect; undefined where it cannot be asked. */
interface View {
  readonly state?: string;
  readonly cname?: string | undefined;
  readonly ssl?: string | undefined;
}

const cases: readonly (readonly [string, Partial<DnsReport>, View, NextStep])[] = [
  ['nothing when all is well', {}, {}, 'nothing'],
  [
    'nothing when all is well as far as Konnect can be asked',
    {},
    { cname: undefined, ssl: undefined },
    'nothing',
  ],
  ['to wait while Konnect has not looked', {}, { ssl: 'unverified' }, 'wait-for-konnect'],
  ['to wait while the domain is being set up', {}, { state: 'initializing' }, 'wait-for-konnect'],
  ['to recreate a domain in error', {}, { state: 'error' }, 'recreate-domain'],
  [
    'the certificate before the traffic',
    { challenge: { kind: 'missing' }, traffic: { kind: 'missing' } },
    {},
    'fix-challenge',
  ],
  [
    'the CAA records before the traffic',
    { caa: { kind: 'forbidden', at: target, issuers: [] }, traffic: { kind: 'missing' } },
    {},
    'fix-caa',
  ],
  ['the traffic', { traffic: { kind: 'former', target } }, {}, 'fix-traffic'],
  [
    'to wait for the gateway',
    { traffic: { kind: 'edge-missing', target } },
    {},
    'wait-for-gateway',
  ],
  [
    'nothing for a proxy that Konnect sees through',
    { traffic: { kind: 'elsewhere', target } },
    {},
    'nothing',
  ],
  [
    'to look at a proxy that Konnect does not see through',
    { traffic: { kind: 'elsewhere', target } },
    { cname: 'unverified' },
    'look-at-proxy',
  ],
  [
    'other servers when there is no answer',
    { traffic: { kind: 'unanswered', why } },
    {},
    'ask-other-servers',
  ],
  [
    'other servers when the CAA records are unknown',
    { caa: { kind: 'unanswered', at: target, why } },
    {},
    'ask-other-servers',
  ],
];

suite('the next step', () => {
  for (const [name, change, view, step] of cases) {
    test(`is ${name}`, () => {
      const { cname, ssl, state } = { ...verified, ...view };
      const konnect = { state, ...(cname && { cname }), ...(ssl && { ssl }) };
      assert.equal(nextStep({ ...report, ...change }, konnect), step);
    });
  }

  test('for a private gateway does not speak of traffic', () => {
    const { challenge, caa } = report;
    assert.equal(nextStep({ challenge, caa }, verified), 'nothing');
  });
});
