// The compact data of the schema language against the compilation it was made from, where that is at hand.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as data from '../../../../src/lua/schema/data/attributes';
import { typedefs } from '../../../../src/lua/schema/data/typedefs';
import { crashesOn, isAllowedOn, shapeOf } from '../../../../src/lua/schema/language';

const file = join(process.cwd(), '..', 'shared', 'lua', 'schema_dsl.json');
const skip = existsSync(file) ? false : 'the compilation is not at hand';

describe('the data of the schema language', { skip }, () => {
  const known = skip ? {} : JSON.parse(readFileSync(file, 'utf8'));

  it('has every type, attribute, check, key and typedef', () => {
    assert.deepEqual([...data.fieldTypes].sort(), Object.keys(known.field_types).sort());
    assert.deepEqual([...data.topLevelKeys].sort(), Object.keys(known.top_level).sort());
    assert.deepEqual(
      Object.keys(data.entityChecks).sort(),
      Object.keys(known.entity_checks).sort(),
    );
    assert.deepEqual([...data.matchAttributes].sort(), [...known.match_attributes].sort());
    for (const name of Object.keys(known.attributes)) assert.ok(shapeOf(name, false), name);
    assert.deepEqual(
      Object.keys(typedefs).sort(),
      [...Object.keys(known.typedefs), ...Object.keys(known.typedefs_enterprise_only)].sort(),
    );
  });

  it('gives each typedef its type', () => {
    for (const [name, { type }] of Object.entries(
      known.typedefs as Record<string, { type: string }>,
    )) {
      assert.equal(typedefs[name]?.type, type, name);
    }
  });

  it('allows attributes on the types that Kong allows', () => {
    type Attribute = { applies_to: string };
    for (const [name, attribute] of Object.entries(known.attributes as Record<string, Attribute>)) {
      const listed = attribute.applies_to.replace(/ \(required.*$/, '').split(' ');
      const isOpen =
        /\*|not enforced/.test(attribute.applies_to) ||
        /^(?:reference|on_delete|elements|keys|values|fields|entity_checks|shorthand_fields)$/.test(
          name,
        );
      for (const type of data.fieldTypes) {
        assert.equal(
          isAllowedOn(name, type),
          isOpen || listed.includes(type),
          `${name} on ${type}`,
        );
      }
    }
  });

  it('knows no crash where the attribute is meant for the type', () => {
    assert.equal(crashesOn('gt', 'number'), false);
    assert.equal(crashesOn('len_min', 'map'), false);
    assert.equal(crashesOn('starts_with', 'string'), false);
  });
});
