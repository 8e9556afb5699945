// The ids in src/manifest.ts against package.json, both ways, and package.json against its own texts.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly main: string;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command: string; readonly when?: string }[]>
    >;
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly scope: string }>>;
    };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly contents: string; readonly when: string }[];
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<
  Record<string, string>
>;
const declared = readFileSync('src/manifest.ts', 'utf8');
const { commands, menus, configuration, views, viewsWelcome } = manifest.contributes;
const prefix = 'kongCloudGateways.';

suite('manifest', () => {
  test('keeps the names that people and scripts depend on', () => {
    assert.deepEqual(
      [manifest.publisher, manifest.name],
      ['cloud-gateways', 'kong-cloud-gateways'],
    );
    assert.deepEqual(views, { kongCloudGateways: views.kongCloudGateways });
    assert.equal(views.kongCloudGateways?.[0]?.id, 'kongCloudGateways.explorer');
  });

  test('names the same commands as the code', () => {
    const inCode = [...section('CommandArguments').matchAll(/'(kongCloudGateways\.[^']+)'/g)].map(
      ([, id]) => id,
    );
    assert.ok(inCode.length > 10);
    assert.deepEqual(commands.map(({ command }) => command).sort(), inCode.sort());
  });

  test('names the same settings as the code, and every one of them is safe from workspaces', () => {
    const inCode = [...section('SettingTypes').matchAll(/^ {2}'?([\w.]+)'?:/gm)].map(
      ([, id]) => `${prefix}${id}`,
    );
    assert.deepEqual(Object.keys(configuration.properties).sort(), inCode.sort());
    for (const [id, { scope }] of Object.entries(configuration.properties)) {
      const isPluginSetting = id.startsWith(`${prefix}plugins.`);
      assert.equal(scope, isPluginSetting ? 'resource' : 'application', id);
      assert.equal(
        manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(id),
        isPluginSetting,
        id,
      );
    }
  });

  test('menus and welcome texts name only commands that exist', () => {
    const known = new Set(commands.map(({ command }) => command));
    const named = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
    const linked = viewsWelcome.flatMap(({ contents }) =>
      [...text(contents).matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id),
    );
    assert.deepEqual(
      [...named, ...linked].filter((id) => !known.has(id ?? '')),
      [],
    );
  });

  test('when clauses read only context keys that the code sets', () => {
    const keys = [...section('ContextKeys').matchAll(/'(kongCloudGateways\.[^']+)'/g)].map(
      ([, id]) => id,
    );
    const clauses = [...Object.values(menus).flat(), ...viewsWelcome].map(({ when }) => when ?? '');
    const read = clauses.flatMap((clause) => clause.match(/kongCloudGateways\.\w+/g) ?? []);
    assert.deepEqual(
      read.filter((key) => key !== 'kongCloudGateways.explorer' && !keys.includes(key)),
      [],
    );
  });

  test('every text key has a text and every text is used', () => {
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
      ([, key]) => key,
    );
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  test('all commands are in one category and have a title', () => {
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Kong Konnect']);
    assert.deepEqual(
      commands.filter(({ title }) => text(title).trim() === ''),
      [],
    );
  });

  test('the files that it names exist', () => {
    const paths = [
      ...readFileSync('package.json', 'utf8').matchAll(/"(?:\.\/)?((?:media|syntaxes)\/[^"]+)"/g),
    ].map(([, path]) => path ?? '');
    assert.ok(paths.length > 0);
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
    );
  });
});

function text(key: string): string {
  return texts[key.replaceAll('%', '')] ?? key;
}

function section(name: string): string {
  const start = declared.indexOf(`interface ${name} {`);
  assert.notEqual(start, -1, name);
  return declared.slice(start, declared.indexOf('\n}', start));
}
