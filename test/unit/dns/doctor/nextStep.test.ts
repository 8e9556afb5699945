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
    { cname: 'unverified', ssl: 'unverified' },
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
    'to ask others when only Konnect sees the records',
    { challenge: { kind: 'missing' }, traffic: { kind: 'missing' } },
    {},
    'compare-servers',
  ],
  ['to replace a text record', { challenge: { kind: 'text' } }, {}, 'replace-text'],
  ['a dot', { challenge: { kind: 'zone-appended', target } }, {}, 'add-dot'],
  ['a dot for the traffic too', { traffic: { kind: 'zone-appended', target } }, {}, 'add-dot'],
  [
    'to widen a CAA record that may keep Kong out',
    { caa: { kind: 'restricted', at: target, parameters: 'validationmethods=http-01' } },
    {},
    'widen-caa',
  ],
  [
    'to lead to all regions',
    { traffic: { kind: 'one-region', target } },
    {},
    'lead-to-all-regions',
  ],
  [
    'to mend a record that leads nowhere',
    { traffic: { kind: 'dangling', target } },
    {},
    'fix-traffic',
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
      assert.equal(nextStep({ report: { ...report, ...change }, konnect }), step);
    });
  }

  test('is at home when all is well outside and this machine sees something else', () => {
    const system: DnsReport = { ...report, traffic: { kind: 'elsewhere', target } };
    assert.equal(nextStep({ report, system, konnect: verified }), 'mend-own-view');
  });

  test('is outside when something is wrong there, whatever this machine sees', () => {
    const outside: DnsReport = { ...report, traffic: { kind: 'missing' } };
    assert.equal(nextStep({ report: outside, system: report, konnect: verified }), 'fix-traffic');
  });

  test('does not call it a difference when this machine gets no answer', () => {
    const system: DnsReport = { ...report, traffic: { kind: 'unanswered', why } };
    assert.equal(nextStep({ report, system, konnect: verified }), 'nothing');
  });

  test('for a private gateway does not speak of traffic', () => {
    const { challenge, caa } = report;
    assert.equal(nextStep({ report: { challenge, caa }, konnect: verified }), 'nothing');
  });
});
