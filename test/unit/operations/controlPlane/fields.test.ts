import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { editControlPlane } from '../../../../src/operations/controlPlane/editControlPlane';
import {
  labelsText,
  parseLabels,
  parseProxyUrls,
  proxyUrlsText,
  whyNotDescription,
  whyNotLabels,
  whyNotProxyUrls,
} from '../../../../src/operations/controlPlane/fields';
import { english } from '../../../../src/text';
import { controlPlaneNamed, withKonnect } from '../withKonnect';

suite('fields of a control plane', () => {
  test('labels are read and written, and told by the one that is wrong', () => {
    const text = 'env=prod, team=bookings';
    assert.deepEqual(parseLabels(text), { env: 'prod', team: 'bookings' });
    assert.equal(labelsText(parseLabels(text)), text);
    const why = (typed: string) => whyNotLabels(typed, english);
    assert.equal(why(text), undefined);
    assert.equal(why(''), undefined);
    assert.equal(why('env'), '"env" has no value: write key=value.');
    for (const key of ['kong-x', 'konnect', 'mesh', 'kic_a', '_a'])
      assert.match(why(`${key}=x`) ?? '', /cannot begin with/, key);
    for (const value of ['', '-a', 'a-', 'a b', 'a'.repeat(64)])
      assert.match(why(`env=${value}`) ?? '', /cannot be the value of env/, value);
    assert.equal(why('a=1, a=2'), 'a stands here twice.');
    assert.match(why(`${'k'.repeat(64)}=x`) ?? '', /longer than 63/);
  });

  test('proxy URLs have protocol, host and port', () => {
    const text = 'https://api.example.com:443, http://10.0.0.1:8080';
    assert.equal(proxyUrlsText(parseProxyUrls(text)), text);
    assert.deepEqual(parseProxyUrls('https://api.example.com'), [
      { protocol: 'https', host: 'api.example.com', port: 443 },
    ]);
    const why = (typed: string) => whyNotProxyUrls(typed, english);
    assert.equal(why(text), undefined);
    for (const wrong of [
      'api.example.com',
      'https://',
      'tcp://a',
      'https://a:0',
      'https://a:70000',
    ])
      assert.match(why(wrong) ?? '', /is not an address/, wrong);
    assert.equal(why(Array(6).fill('https://a').join(',')), 'At most 5; these are 6.');
  });

  test('a description has at most 2048 characters', () => {
    assert.equal(whyNotDescription('x'.repeat(2048), english), undefined);
    assert.match(whyNotDescription('x'.repeat(2049), english) ?? '', /2049/);
  });

  test(
    'a change by somebody else is not written over; of other fields it does not matter',
    withKonnect(async ({ konnect, run, changes, demo }) => {
      const seen = await controlPlaneNamed(konnect, 'us', 'booking-prod');
      await konnect.controlPlanes.update(seen, { labels: { env: 'prod', team: 'fares' } });
      demo.forgetRequests();
      const labels = { env: 'prod' };
      await assert.rejects(editControlPlane(konnect, seen, { labels }, run), {
        message:
          'Nothing was changed: somebody else has changed labels of booking-prod meanwhile. Start again.',
      });
      assert.deepEqual(changes(), []);
      const after = await editControlPlane(konnect, seen, { name: 'booking' }, run);
      assert.deepEqual([after.name, after.labels], ['booking', { env: 'prod', team: 'fares' }]);
    }),
  );
});
