// The class that plugins of Kong 1 and 2 extended is gone.
import type { Rule } from '../rule';

export const basePluginModule = 'kong.plugins.base_plugin';

export const basePlugin: Rule = {
  name: 'base-plugin',
  severity: 'error',
  file: 'handler',
  *check({ requires }, { t }) {
    for (const { module, call } of requires) {
      if (module !== basePluginModule) continue;
      yield {
        at: call.range,
        message: t('{0} does not exist since 3.0', basePluginModule),
        tags: ['deprecated'],
      };
    }
  },
};
