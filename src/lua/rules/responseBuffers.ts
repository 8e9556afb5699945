// A `response` method makes nginx hold the whole answer of the upstream in memory.
import { phaseMethods } from '../plugin/phases';
import type { Rule } from '../rule';

export const responseBuffers: Rule = {
  name: 'response-buffers',
  severity: 'hint',
  file: 'handler',
  *check({ module, values }, { t }) {
    for (const { phase, definition } of phaseMethods(module, values)) {
      if (phase !== 'response') continue;
      const message = t(
        'the whole upstream response is held in memory; not with HTTP/2 or gRPC upstreams',
      );
      yield { at: definition.at, message };
    }
  },
};
