// Konnect refuses a file over its limit, counted in bytes of UTF-8.
import { byteLength, documentedBytes, maximumBytes } from '../plugin/fileSize';
import type { Rule } from '../rule';
import { firstLine } from '../syntax/lines';

export const fileTooLarge: Rule = {
  name: 'file-too-large',
  severity: 'error',
  file: 'both',
  *check({ text }, { t }) {
    // No character takes more than three bytes a unit.
    if (text.length * 3 <= documentedBytes) return;
    const bytes = byteLength(text);
    if (bytes <= documentedBytes) return;
    const at = firstLine(text);
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
