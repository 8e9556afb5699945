// Where the contract tests find Konnect's API descriptions, and that they are not skipped where these should be.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { findOpenApiFolder } from './support/openApiFolder';

suite('the folder of API descriptions', () => {
  let place = '';
  let project = '';
  let beside = '';

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'openapi-'));
    project = join(place, 'project');
    beside = join(place, 'shared', 'konnect', 'openapi');
  });
  afterEach(() => rmSync(place, { recursive: true }));

  const fill = (folder: string): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cloud-gateways-v2.openapi.yaml'), '');
  };

  test('is the one beside the project', () => {
    fill(beside);
    assert.deepEqual(findOpenApiFolder(project, undefined), { folder: beside });
  });

  test('is the one that is named, if one is', () => {
    fill(beside);
    const named = join(place, 'named');
    fill(named);
    assert.deepEqual(findOpenApiFolder(project, named), { folder: named });
  });

  test('may be absent, which is said, where nothing is beside the project', () => {
    const found = findOpenApiFolder(project, undefined);
    assert.match(
      'skip' in found ? found.skip : '',
      /^Contract tests skipped: .*KONNECT_OPENAPI_DIR/,
    );
  });

  test('must not be empty where something is beside the project: the run fails then', () => {
    mkdirSync(join(place, 'shared'));
    assert.throws(
      () => findOpenApiFolder(project, undefined),
      /^Error: Contract tests must run here/,
    );
  });

  test('must be there when it is named', () => {
    assert.throws(
      () => findOpenApiFolder(project, join(place, 'none')),
      /^Error: KONNECT_OPENAPI_DIR/,
    );
  });
});
