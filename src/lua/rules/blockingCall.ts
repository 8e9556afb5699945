// Code outside nginx's event loop stops every request of its worker.

import { denial, moduleAccess } from '../gateway/sandbox';
import type { Rule } from '../rule';

const blocking =
  /^(?:os\.(?:execute|remove|rename|tmpname)|io\.(?:open|popen|lines|read|write|input|output|tmpfile))$/;
const blockingModules =
  /^(?:socket(?:\.(?!url$|core$).*)?|ssl(?:\.https)?|lfs|luasql\..*|mime|posix(?:\..*)?|lua-?curl|cURL)$/;

/** Only what the sandbox leaves in place: the rest does not even run. */
export const blockingCall: Rule = {
  name: 'blocking-call',
  severity: 'warning',
  file: 'handler',
  *check(source, { t, sandbox }) {
    for (const [path, uses] of source.uses) {
      if (!blocking.test(path.path) || denial(path.chain ?? [], sandbox) !== undefined) continue;
      const message = t('{0} blocks the whole worker', path.path);
      for (const { mention } of uses) {
        if (mention.role === 'call' && mention.scope.parent)
          yield { at: mention.node.range, message };
      }
    }
    for (const { module, name } of source.requires) {
      if (module === undefined || !blockingModules.test(module)) continue;
      if (moduleAccess(module, sandbox) !== 'allowed') continue;
      yield { at: name.range, message: t('{0} blocks the whole worker', module) };
    }
  },
};
