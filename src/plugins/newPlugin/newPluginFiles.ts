// The files of a new plugin, by name.
import { handlerName, schemaName } from '../pluginPackage';
import { handlerText } from './handlerText';
import type { NewPlugin } from './newPlugin';
import { readmeText } from './readmeText';
import { schemaText } from './schemaText';

export function newPluginFiles(plugin: NewPlugin): Readonly<Record<string, string>> {
  return {
    [handlerName]: handlerText(plugin),
    [schemaName]: schemaText(plugin),
    'README.md': readmeText(plugin),
  };
}
