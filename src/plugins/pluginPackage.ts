// A plugin package: a folder with handler.lua and schema.lua.

export const handlerName = 'handler.lua';
export const schemaName = 'schema.lua';

export interface PluginPackage {
  readonly folder: string;
  readonly handlerPath: string;
  readonly schemaPath: string;
  /** From a path that ends in `kong/plugins/<name>`. */
  readonly expectedName?: string;
}

/** The name that a plugin in this folder must have, where the path says so as Kong's own layout does. */
export function expectedNameOf(folder: string): string | undefined {
  return /(?:^|[/\\])kong[/\\]plugins[/\\]([^/\\]+)[/\\]?$/.exec(folder)?.[1];
}
