// What a rule looks for is found however it is written: under another name, through a local, out of a table, with
// brackets, in a helper.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPlugin } from '../../../src/lua/check';
import { rules } from '../../../src/lua/ruleList';
import { english } from '../../../src/text';
import { forms, uses } from './variants/calls';
import { fieldForms, fields } from './variants/fields';
import { methodForms, methods } from './variants/methods';

/** A form that cannot hold what the rule looks for. */
const impossible: Readonly<Record<string, string>> = {
  'schema-secret as elements': 'the name of the field is what matters',
};

/** Rules that look at the file or the schema as a whole, where there is nothing to rename or to move. */
const whole: Readonly<Record<string, string>> = {
  syntax: 'grammar',
  'other-lua-syntax': 'grammar',
  'file-too-large': 'size of the file',
  'extra-module': 'files beside it',
  'unsupported-file': 'files beside it',
  'handler-return': 'what the file returns',
  priority: 'one member of the returned table; forms in its fixtures',
  version: 'one member of the returned table; forms in its fixtures',
  'pdk-dot': 'aliases lose the object by design: `local get = kong.cache.get` is passed it by hand',
  'name-mismatch': 'one member of the returned table; constants in its fixtures',
  'invalid-name': 'one member of the returned table',
  'bundled-name': 'one member of the returned table',
  'schema-return': 'what the file returns',
  'schema-required-key': 'members of the returned table',
  'schema-unknown-key': 'members of the returned table',
  'schema-no-config': 'members of the returned table',
  'schema-top-level-field': 'members of the returned table',
  'schema-required-default': 'off unless switched on',
  'schema-require': 'the call itself; aliases in its fixtures',
  'schema-kong-ngx': 'any use of the two names',
  'schema-varargs': '`...` has no other name',
  'schema-breaking-change': 'compares two schemas; helpers in its fixtures',
  'unused-schema-field': 'what is not there has no form; hazards in its fixtures',
};

for (const use of uses) {
  describe(`${use.rule} for ${use.path}`, () => {
    for (const [name, form] of Object.entries(forms)) {
      it(`is found ${name}`, () => {
        const handler = `${form(use).replace('PHASE', use.phase ?? 'access')}\nreturn Plugin\n`;
        expectRule(
          use.rule,
          checkPlugin({ handler }, { t: english, ...use.options }).handler,
          handler,
        );
      });
    }
  });
}

for (const method of methods) {
  describe(`${method.rule} for ${method.name}`, () => {
    for (const [name, form] of Object.entries(methodForms)) {
      it(`is found ${name}`, () => {
        const handler = form(method);
        const { schema } = method;
        const plugin = { handler, ...(schema !== undefined && { schema }) };
        expectRule(method.rule, checkPlugin(plugin, { t: english }).handler, handler);
      });
    }
  });
}

for (const field of fields) {
  describe(`${field.rule} for ${field.spec}`, () => {
    for (const [name, form] of Object.entries(fieldForms)) {
      const skip = impossible[`${field.rule} ${name}`] ?? false;
      it(`is found ${name}`, { skip }, () => {
        const schema = form(field);
        expectRule(field.rule, checkPlugin({ schema }, { t: english }).schema, schema);
      });
    }
  });
}

describe('each rule', () => {
  it('is tried in its variants, or has none', (test) => {
    const tried = new Set([...uses, ...methods, ...fields].map(({ rule }) => rule));
    const names = rules.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !tried.has(name) && !(name in whole)),
      [],
    );
    assert.deepEqual(
      Object.keys(whole).filter((name) => tried.has(name) || !names.includes(name)),
      [],
    );
    for (const [name, why] of Object.entries(whole))
      test.diagnostic(`no variants of ${name}: ${why}`);
  });
});

function expectRule(wanted: string, found: readonly { rule: string }[], text: string): void {
  const names = found.map(({ rule }) => rule);
  assert.ok(names.includes(wanted), `${text}\n${names.join()}`);
}
