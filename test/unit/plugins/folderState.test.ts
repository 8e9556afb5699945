// Every combination of what was sent, what is here and what Konnect holds.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folderState } from '../../../src/plugins/folderState';

const none = undefined;

suite('state of a plugin folder', () => {
  const cases = [
    ['nothing was sent and nothing is there', none, 'a', none, 'notUploaded'],
    ['nothing is anywhere', none, none, none, 'notUploaded'],
    ['it was sent and then deleted', 'a', 'a', none, 'goneFromKonnect'],
    ['it was sent, changed here and deleted there', 'a', 'b', none, 'goneFromKonnect'],
    ['both are what was sent', 'a', 'a', 'a', 'inSync'],
    ['both are the same, whoever sent it', none, 'a', 'a', 'inSync'],
    ['both made the same change', 'a', 'b', 'b', 'inSync'],
    ['changed here only', 'a', 'b', 'a', 'localAhead'],
    ['deleted here', 'a', none, 'a', 'localAhead'],
    ['changed there only', 'a', 'a', 'b', 'remoteAhead'],
    ['changed in both places', 'a', 'b', 'c', 'bothChanged'],
    ['deleted here, changed there', 'a', none, 'b', 'bothChanged'],
    ['they differ, and nothing was ever sent from here', none, 'a', 'b', 'bothChanged'],
  ] as const;
  for (const [what, sent, local, remote, state] of cases) {
    test(`${what}: ${state}`, () => assert.equal(folderState({ sent, local, remote }), state));
  }
});
