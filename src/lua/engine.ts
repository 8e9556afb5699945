// The entry of the Lua bundle: the rules, and what the editor's language features ask of a plugin file.
export { complete } from './assist/completion/complete';
export { definitionAt } from './assist/definition';
export { describe } from './assist/describe';
export { certainEdits } from './assist/fixAll';
export { luaDefinitions } from './assist/luaDefinitions';
export { outlineOf } from './assist/outline';
export { signatureAt } from './assist/signature';
export { disableFile, disableLine } from './assist/suppression';
export { checkPlugin } from './check';
export { bundledPluginNames, isBundledPlugin } from './gateway/bundledPlugins';
export { rules } from './ruleList';
export { configFailures, configForm } from './schema/json/pluginFields';
export { renamePlugin } from './schema/renamePlugin';
export { schemaImpact } from './schema/schemaImpact';
export { LuaSource } from './source';
