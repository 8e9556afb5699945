// The custom plugin as Konnect takes it: name, handler and schema, nothing else but tags.
import type { PackageContents } from './readPackage';

export interface CustomPluginBody {
  readonly name: string;
  readonly handler: string;
  readonly schema: string;
  readonly tags?: readonly string[];
}

/** `tags`: those that the plugin already has; a PUT without them would take them away. */
export function uploadBody(
  name: string,
  { handler, schema }: PackageContents,
  tags?: readonly string[],
): CustomPluginBody {
  const body = { name, handler: handler.text, schema: schema.text };
  return tags === undefined ? body : { ...body, tags };
}
