// Streamed plugins have no timers: ngx.timer is nil in the sandboxes that run them.
import type { Rule } from '../rule';

/** Modules that create timers, or need them to work. */
const timerModules = /^(?:resty\.timer(?:-?ng)?(?:\.|$)|kong\.tools\.(?:batch_)?queue$)/;

export function isTimerModule(module: string): boolean {
  return timerModules.test(module);
}

export const noTimers: Rule = {
  name: 'no-timers',
  severity: 'error',
  file: 'handler',
  *check(source, { t }) {
    for (const denied of ['ngx.timer', 'kong.timer']) {
      const message = t('timers cannot be created in a streamed plugin ({0} is nil there)', denied);
      for (const use of source.usesWithin(denied)) {
        const { path, mention } = use;
        const root = source.values.paths.find(denied);
        if (root === undefined || path === root || source.isGuarded(use, root)) continue;
        const severity = source.isProtected(mention) ? 'warning' : 'error';
        yield { at: mention.node.range, message, severity };
      }
    }
    for (const { module, call, isProtected } of source.requires) {
      if (module === undefined || !isTimerModule(module)) continue;
      const message = t('timers cannot be created in a streamed plugin ("{0}" needs them)', module);
      yield { at: call.range, message, severity: isProtected ? 'warning' : 'error' };
    }
  },
};
