// One export, read back and held against everything that is true of every export.
import assert from 'node:assert/strict';
import { type TerraformSource, terraformOf } from '../../../../src/export/terraform';
import { importForm, misfits } from './providerSchema';
import { type Body, Encoded, type HclFile, Reference, readHcl } from './readHcl';

export async function exported(
  source: TerraformSource,
): Promise<HclFile & { readonly text: string }> {
  const text = terraformOf(source) ?? assert.fail(`nothing for ${source.kind}`);
  return { text, ...(await readHcl(text)) };
}

/** The one resource of an export, after everything that holds for every export. */
export async function checked(source: TerraformSource): Promise<Body> {
  const { text, resources, imports, variables } = await exported(source);
  const [resource, ...others] = resources;
  assert.ok(resource !== undefined && others.length === 0, text);
  const { type, label, body } = resource;
  assert.deepEqual([...misfits(type, body)], [], text);
  assert.match(label, /^[a-z][a-z0-9_]*$/);
  const form = importForm(type);
  assert.notEqual(form, undefined);
  if (form === null) assert.deepEqual(imports, []);
  else assert.deepEqual(imports.map(importKeys), [[`${type}.${label}`, form]], text);
  for (const [name, variable] of variables) {
    assert.match(name, /^[a-z][a-z0-9_]*$/);
    assert.deepEqual([variable.type, variable.sensitive], [new Reference('string'), true]);
    assert.ok(text.includes(`var.${name}`));
    assert.equal('default' in variable, false);
  }
  return body;
}

function importKeys({ to, id }: Body): readonly unknown[] {
  assert.ok(to instanceof Reference);
  return [to.to, id instanceof Encoded ? Object.keys(id.value as Body).sort() : 'id'];
}
