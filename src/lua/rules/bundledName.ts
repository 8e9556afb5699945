// A custom plugin cannot take the place of one that comes with the gateway.
import { isBundledPlugin } from '../gateway/bundledPlugins';
import { pluginName } from '../plugin/pluginName';
import type { Rule } from '../rule';
import { encodeString } from '../syntax/literals';

export const bundledName: Rule = {
  name: 'bundled-name',
  severity: 'warning',
  file: 'schema',
  *check(schema, { t, gatewayVersion }) {
    const name = pluginName(schema);
    if (name?.text === undefined || !isBundledPlugin(name.text, gatewayVersion)) return;
    const { text, node } = name;
    const message = t('"{0}" is a bundled plugin', text);
    const edits = [{ at: node.range, text: encodeString(`my-${text}`) }];
    const fix = { title: t('Rename to "{0}"', `my-${text}`), edits };
    yield { at: node.range, message, ...(node.type === 'StringLiteral' && { fix }) };
  },
};
