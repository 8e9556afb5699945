// In the filters and in log nginx cannot wait: whatever yields fails there.
import { callsInPhases } from '../plugin/phaseCalls';
import type { Rule } from '../rule';

const phases = new Set(['header_filter', 'body_filter', 'log']);

const yielding =
  /^(?:ngx\.(?:sleep|socket\.(?:tcp|stream|connect)|location\.capture(?:_multi)?|req\.(?:read_body|socket)|thread\.(?:spawn|wait)|exec|redirect)|kong\.dns\.(?:resolve|toip)|kong\.db\.\w+\.\w*select\w*|"resty\.(?:http|redis|mysql|memcached|rediscluster|dns\.resolver|aws|session)"\.\w+\(\)\.(?!new$|set_timeouts?$|close$|set_keepalive$)\w+|"pgmoon"\.new\(\)\.\w+|"ngx\.semaphore"\.new\(\)\.wait)$/;

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
