// The README.md of a new plugin: how it is tried, and how it comes to the data planes.
import type { NewField, NewPlugin } from './newPlugin';

export function readmeText({ name, fields, sandbox }: NewPlugin): string {
  return `# ${name}

A custom plugin for Kong Konnect Dedicated Cloud Gateways: \`handler.lua\` says what it does, \`schema.lua\` what it can be configured with. Nothing else in this folder is uploaded.

## Configuration

${fields.length === 0 ? 'None yet: add fields to `schema.lua`.\n' : fieldTable(fields)}
## Try it

1. Open \`handler.lua\`: what Konnect or the data planes would refuse is underlined as you type. *Kong Konnect: Check Plugin* lists everything.
2. Without an account, *Kong Konnect: Start Demo* gives you a Konnect on your own machine to upload to. It stores plugins and checks their schemas; it runs no Lua.
3. In a pipeline, the check that comes with the extension does the same: \`node dist/check.js ${name}\`.

## Upload it

1. The cloud button above \`handler.lua\` (*Kong Konnect: Upload Plugin to Konnect*) asks for the control plane the first time. What Konnect held before is kept on your machine: *Undo Upload* brings it back.
2. An upload alone runs nothing. Add an instance: in the explorer *Kong Konnect*, at the custom plugin, a service or a route, *Add Plugin Instance*.
3. Konnect keeps no versions, and does not check existing instances against a new schema. For a change that breaks them: upload under a new name, move the instances, delete the old plugin.
${sandboxText(sandbox)}`;
}

function fieldTable(fields: readonly NewField[]): string {
  const rows = fields.map(({ name, type, required, secret, default: preset }) => {
    const shown =
      preset === undefined ? '' : `\`${JSON.stringify(preset).replaceAll('|', '\\|')}\``;
    const kind = type === 'array' ? 'list of texts' : type === 'map' ? 'map of texts' : type;
    return `| \`${name}\` | ${kind}${secret ? ', secret' : ''} | ${required ? 'yes' : 'no'} | ${shown} |\n`;
  });
  return `| field | type | required | default |\n|---|---|---|---|\n${rows.join('')}`;
}

function sandboxText(sandbox: NewPlugin['sandbox']): string {
  if (sandbox === 'strict') {
    return '4. It is written for the sandbox `strict`, the default from gateway 3.14 on: no network modules, no `setmetatable`.\n';
  }
  const value = `\`KONG_UNTRUSTED_LUA=${sandbox}\``;
  return `4. It is written for the sandbox \`${sandbox}\`. The data plane groups need ${value} in their environment, and \`kongCloudGateways.plugins.sandbox\` in your workspace's settings should say \`${sandbox}\`, unless the gateway is known.\n`;
}
