// Checks everything at the given paths and says how it went.
import { checkPlugin } from '../lua/engine';
import type { PluginFiles } from '../plugins/files';
import { otherLuaFiles } from '../plugins/otherFiles';
import { cannotRead, PackageError } from '../plugins/packageErrors';
import { decodePluginFile } from '../plugins/readPackage';
import { english } from '../text';
import { type CollectFiles, collectPaths, requiredFiles, type Target, toTargets } from './collect';
import { type Options, parseOptions, UsageError, usage } from './options';
import { type Located, report } from './report';

export type CheckFiles = CollectFiles & Pick<PluginFiles, 'readFile'>;

interface Loaded extends Target {
  readonly handler: string | undefined;
  readonly schema: string | undefined;
}

export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  readonly output: string;
  readonly errors: string;
}

export async function run(args: readonly string[], files: CheckFiles): Promise<Outcome> {
  try {
    const options = parseOptions(args);
    if (options === 'help') return { exitCode: 0, output: usage, errors: '' };
    return await check(options, files);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { exitCode: 2, output: '', errors: `check: ${error.message}\n${usage}` };
  }
}

async function check(options: Options, files: CheckFiles): Promise<Outcome> {
  const found: Located[] = [];
  const errors: string[] = [];
  const targets = toTargets(await collect(options.paths, files, errors), files);
  const loaded: Loaded[] = [];
  for (const target of targets) loaded.push(await load(target, files, errors));
  const modules = new Set(loaded.flatMap(requiredFiles));
  for (const path of options.paths) modules.delete(path);
  for (const one of loaded) {
    const { handlerPath = '', schemaPath = '' } = one;
    if (modules.has(handlerPath) || modules.has(schemaPath)) continue;
    found.push(...(await checkTarget(one, options, files)));
  }
  const hasErrors = found.some(({ finding }) => finding.severity === 'error');
  return {
    exitCode: errors.length > 0 ? 2 : hasErrors ? 1 : 0,
    output: report(options.format, found),
    errors: errors.map((error) => `check: ${error}\n`).join(''),
  };
}

async function collect(
  paths: readonly string[],
  files: CheckFiles,
  errors: string[],
): Promise<string[]> {
  const collected: string[] = [];
  for (const path of paths) {
    try {
      const found = await collectPaths(path, files);
      if (found.length === 0) errors.push(`${path}: neither a *handler.lua nor a *schema.lua`);
      collected.push(...found);
    } catch (error) {
      errors.push(cannotRead(path, error, english).message);
    }
  }
  return [...new Set(collected)];
}

async function load(target: Target, files: CheckFiles, errors: string[]): Promise<Loaded> {
  const [handler, schema] = await Promise.all(
    [target.handlerPath, target.schemaPath].map((path) => read(path, files, errors)),
  );
  return { ...target, handler, schema };
}

async function checkTarget(
  { handlerPath, schemaPath, expectedName, folder, handler, schema }: Loaded,
  { sandbox, gatewayVersion, severities }: Options,
  files: CheckFiles,
): Promise<Located[]> {
  const result = checkPlugin(
    {
      ...(handler !== undefined && { handler }),
      ...(schema !== undefined && { schema }),
      ...(expectedName !== undefined && { expectedName }),
      otherFiles: folder === undefined ? [] : await otherLuaFiles(folder, files),
    },
    {
      t: english,
      sandbox,
      sandboxOrigin: '--sandbox',
      severities,
      ...(gatewayVersion !== undefined && { gatewayVersion }),
    },
  );
  return [
    ...result.handler.map((finding) => ({ path: handlerPath ?? '', finding })),
    ...result.schema.map((finding) => ({ path: schemaPath ?? '', finding })),
  ];
}

async function read(
  path: string | undefined,
  files: CheckFiles,
  errors: string[],
): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return decodePluginFile(path, await files.readFile(path), english).text;
  } catch (error) {
    const known = error instanceof PackageError ? error : cannotRead(path, error, english);
    errors.push(known.message);
    return undefined;
  }
}
