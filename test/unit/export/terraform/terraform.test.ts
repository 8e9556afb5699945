// Exports for Terraform, read by HashiCorp's parser and held against what the provider's documentation lists.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { terraformOf } from '../../../../src/export/terraform';
import { hostileTexts, mixtures } from '../hostileTexts';
import { checked } from './exported';
import { fullConfig, pluginNames, shapeOf } from './pluginSamples';
import { resourceTypes } from './providerSchema';
import type { Value } from './readHcl';
import { controlPlaneId, customPlugin, everyKind, id, networkId, plugin } from './samples';

/** HCL knows whole characters only, and Terraform composes them. */
function asTerraformHolds(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC');
}

function textsIn(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
suite('an export for Terraform', () => {
  test('of each kind of resource fits the provider', async () => {
    const types = new Set<string | undefined>();
    for (const source of everyKind('plain')) {
      await checked(source);
      types.add(/^resource "(\w+)"/m.exec(terraformOf(source) ?? '')?.[1]);
    }
    const others = resourceTypes.filter((type) => !type.startsWith('konnect_gateway_plugin_'));
    assert.deepEqual([...types].sort(), [...others].sort());
  });

  for (const name of pluginNames) {
    test(`of the plugin ${name} fits the provider with every property that it knows`, async () => {
      const scopes = shapeOf(name).scopes;
      const ofScope = { s: 'service', r: 'route', c: 'consumer', g: 'consumer_group' } as const;
      const scope = Object.fromEntries(
        Object.entries(ofScope).flatMap(([letter, property]) =>
          scopes.includes(letter) ? [[property, { id: networkId }]] : [],
        ),
      );
      const more = {
        ...scope,
        instance_name: `my ${name}`,
        condition: 'http.method == "GET"',
        ordering: { before: { access: ['acl'] }, after: null },
        partials: [{ id: networkId, name: 'redis', path: 'config.redis' }],
        tags: ['a', 'b'],
      };
      const source = plugin(name, fullConfig(name, '1.%{x}'), more);
      const body = await checked(source);
      for (const property of [...Object.keys(scope), 'config', 'condition', 'partials'])
        assert.ok(property in body, property);
      assert.doesNotMatch(terraformOf(source) ?? '', /Left out/);
    });
  }

  test('keeps any text as it is, in every place', async () => {
    const texts = [...hostileTexts, ...mixtures(2, 40)];
    for (const text of texts) {
      for (const source of everyKind(text)) {
        const body = await checked(source);
        const expected = asTerraformHolds(text);
        const isHeld = textsIn(body).includes(expected);
        assert.ok(isHeld || source.kind === 'configuration' || text === '', JSON.stringify(text));
      }
    }
  });

  test('keeps Lua sources as they are, whatever is in them', async () => {
    const lines = [`local x = "\${a}" .. '%{b}' -- $\${c}`, '  EOT', 'EOT2', '\treturn "\\n"', ''];
    const sources = [
      lines.join('\n'),
      lines.join('\n').trimEnd(),
      lines.join('\r\n'),
      `${lines.join('\n')}\n\n`,
      '\ufeffreturn {}\n\n',
      '\n\n',
      'return {}',
      'EOT',
      'a\nEOT',
      ...mixtures(3, 300),
    ];
    for (const source of sources) {
      const { handler, schema } = await checked(customPlugin(source, `${source}\n`));
      assert.equal(handler, asTerraformHolds(source));
      assert.equal(schema, asTerraformHolds(`${source}\n`));
    }
  });

  test('writes sources as one can read them', () => {
    const text = terraformOf(customPlugin(`local a = "\${b}"\nreturn a\n`, 'return {\n}'));
    assert.equal(
      text,
      `# The provider must be set to its geo: server_url = "https://us.api.konghq.com"
resource "konnect_gateway_custom_plugin_streaming" "tide_headers" {
  control_plane_id = "${controlPlaneId}"
  name             = "tide-headers"
  schema = trimsuffix(<<EOT
return {
}
EOT
  , "\\n")
  handler = <<EOT
local a = "$\${b}"
return a
EOT
}

import {
  to = konnect_gateway_custom_plugin_streaming.tide_headers
  id = jsonencode({
    control_plane_id = "${controlPlaneId}"
    id               = "${id}"
  })
}
`,
    );
  });

  test('says when Terraform will change a source', () => {
    assert.match(terraformOf(customPlugin('-- e\u0301\n', '')) ?? '', /^# Terraform composes/m);
    assert.doesNotMatch(terraformOf(customPlugin('-- \u00e9\n', '')) ?? '', /composes/);
  });
});
