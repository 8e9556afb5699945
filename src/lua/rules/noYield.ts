// In the filters and in log nginx cannot wait: whatever yields fails there.
import { callsInPhases } from '../plugin/phaseCalls';
import type { Rule } from '../rule';

const phases = new Set(['header_filter', 'body_filter', 'log']);

/** Of nginx itself, of the clients that are built on its sockets, and of Kong's resolver. */
const yielding = new RegExp(
  [
    String.raw`^ngx\.(?:sleep|exec|redirect|location\.capture(?:_multi)?)$`,
    String.raw`^ngx\.(?:socket\.(?:tcp|udp|stream|connect)|thread\.(?:spawn|wait)|req\.(?:read_body|socket))$`,
    String.raw`^"resty\.http"\.new\(\)\.(?:request\w*|connect\w*|send_request|ssl_handshake|proxy_request)$`,
    String.raw`^"resty\.(?:redis|mysql|memcached|rediscluster)"\.new\(\)\.(?!set_|close$|init_pipeline$)\w+$`,
    String.raw`^"pgmoon"\.new\(\)\.(?:connect|query)$`,
    String.raw`^kong\.dns\.(?:resolve|toip)$`,
  ].join('|'),
);

export const noYield: Rule = {
  name: 'no-yield',
  severity: 'error',
  file: 'handler',
  *check(source, { t }) {
    for (const [path, uses] of source.uses) {
      if (!yielding.test(path.path)) continue;
      for (const { use, phase, isDirect } of callsInPhases(source, uses)) {
        if (!phases.has(phase)) continue;
        const message = t(
          '{0} does not work in {1}: cosockets, sleeping and subrequests need a phase that can wait',
          describe(path.path),
          phase,
        );
        yield { at: use.mention.node.range, message, ...(!isDirect && { severity: 'warning' }) };
      }
    }
  },
};

/** `"resty.http".new().request_uri` as people call it. */
function describe(path: string): string {
  return path.replace(/^"([^"]+)"\.\w+\(\)\./, '$1:');
}
