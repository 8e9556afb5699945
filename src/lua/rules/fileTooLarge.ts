// Konnect refuses a file over its limit, counted in bytes of UTF-8.
import { byteLength, documentedBytes, maximumBytes } from '../fileSize';
import type { Rule } from '../rule';

export const fileTooLarge: Rule = {
  name: 'file-too-large',
  severity: 'error',
  file: 'both',
  *check({ text, lines }, { t }) {
    const bytes = byteLength(text);
    if (bytes <= documentedBytes) return;
    const at = [0, Math.max(0, lines.startOf(1) - 1)] as const;
    if (bytes > maximumBytes) {
      const message = t('{0} bytes; Konnect accepts at most {1} per file', bytes, maximumBytes);
      yield { at, message };
    } else {
      const message = t(
        '{0} bytes; Konnect documents a limit of {1} per file',
        bytes,
        documentedBytes,
      );
      yield { at, message, severity: 'warning' };
    }
  },
};
