// A request body that nginx has put into a file is nil for get_raw_body.
import type { Rule } from '../rule';

export const rawBodyNil: Rule = {
  name: 'raw-body-nil',
  severity: 'hint',
  file: 'handler',
  *check(source, { t }) {
    for (const { mention } of source.calls('kong.request.get_raw_body')) {
      if (mention.site === undefined) continue;
      const at = mention.site.call.range;
      const before = source.text.slice(Math.max(0, at[0] - 20), at[0]);
      const after = source.text.slice(at[1], at[1] + 20);
      if (!/(?:#|\.\.)\s*$/.test(before) && !/^\s*(?::\w|\.\.|\[)/.test(after)) continue;
      const message = t('get_raw_body returns nil when nginx has put the body into a file');
      yield { at, message };
    }
  },
};
