// Where Konnect's API descriptions are: the folder named by KONNECT_OPENAPI_DIR, else one beside the project.
// Without them the contract tests are skipped and say so; where the folder beside the project should hold them, they fail.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder, or why the tests cannot run. Throws where they must run and cannot. */
export function findOpenApiFolder(
  project = process.cwd(),
  named = process.env.KONNECT_OPENAPI_DIR,
): { readonly folder: string } | { readonly skip: string } {
  const shared = resolve(project, '..', 'shared');
  const folder = named ?? join(shared, 'konnect', 'openapi');
  if (existsSync(join(folder, 'cloud-gateways-v2.openapi.yaml'))) return { folder };
  const missing = `${folder} holds no API descriptions`;
  if (named !== undefined) throw new Error(`KONNECT_OPENAPI_DIR: ${missing}`);
  if (existsSync(shared)) throw new Error(`Contract tests must run here, but ${missing}`);
  return {
    skip: 'Contract tests skipped: name the folder of Konnect API descriptions in KONNECT_OPENAPI_DIR',
  };
}
