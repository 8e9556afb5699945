import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formerNamesIn } from '../../../src/dns/formerText';

const names = (...texts: (string | null | undefined)[]) =>
  formerNamesIn(texts).map(({ name }) => name);

suite('names of the switched-off domain in a text', () => {
  test('are found with what stands in their place, each once', () => {
    assert.deepEqual(
      formerNamesIn([
        "CNAME points to '_acme-challenge.cf032d53cb.acme.gateways.konghq.com.' instead",
        undefined,
        'https://A1.aws-us-east-2.edge.gateways.konghq.com:443/x',
        'a1.aws-us-east-2.edge.gateways.konghq.com',
      ]),
      [
        {
          name: '_acme-challenge.cf032d53cb.acme.gateways.konghq.com',
          replacement: '_acme-challenge.cf032d53cb.acme.gateways.konggateway.com',
        },
        {
          name: 'a1.aws-us-east-2.edge.gateways.konghq.com',
          replacement: 'a1.aws-us-east-2.edge.gateways.konggateway.com',
        },
      ],
    );
  });

  test('are only those below it, and only where the name ends', () => {
    assert.deepEqual(
      names(
        'gateways.konghq.com',
        'xgateways.konghq.com',
        'a1.us.cp0.konghq.com',
        'us.api.konghq.com',
        'a1.gateways.konghq.com.evil.example',
        'a1.gateways.konghq.community',
        'a1.gateways.konghq.com-x',
        'a1.gateways.konggateway.com',
        null,
        '',
      ),
      [],
    );
    assert.deepEqual(names('*.gateways.konghq.com', 'See a1.gateways.konghq.com. Then go on.'), [
      '*.gateways.konghq.com',
      'a1.gateways.konghq.com',
    ]);
  });
});
