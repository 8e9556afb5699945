// `require` in the sandbox gives only modules from a list.
import { nearest } from '../gateway/nearest';
import { allowedModules, moduleAccess } from '../gateway/sandbox';
import type { Rule } from '../rule';
import { encodeString } from '../syntax/literals';
import { basePluginModule } from './basePlugin';
import { isTimerModule } from './noTimers';

export const deniedRequire: Rule = {
  name: 'denied-require',
  severity: 'error',
  file: 'handler',
  *check({ requires }, { t, sandbox }) {
    for (const { module, name, isProtected } of requires) {
      if (module === undefined || module === basePluginModule || isTimerModule(module)) continue;
      if (moduleAccess(module, sandbox) !== 'denied') continue;
      const meant = nearest(module, allowedModules(sandbox));
      const message = meant
        ? t('require "{0}" is denied in the plugin sandbox; did you mean "{1}"?', module, meant)
        : t('require "{0}" is denied in the plugin sandbox', module);
      const severity = isProtected ? 'warning' : 'error';
      if (meant === undefined || name.type !== 'StringLiteral') {
        yield { at: name.range, message, severity };
        continue;
      }
      const edits = [{ at: name.range, text: encodeString(meant) }];
      yield {
        at: name.range,
        message,
        severity,
        fix: { title: t('Change to "{0}"', meant), edits },
      };
    }
  },
};
