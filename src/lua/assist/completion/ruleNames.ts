// Names of rules in the comments that switch them off.
import type { TextRange } from '../../finding';
import { rules } from '../../ruleList';
import { LineTable } from '../../syntax/lines';
import type { AssistRequest, Completion, Suggestion } from '../request';

const comment = /--.*?\bkong-disable-(?:next-line|file)\s+((?:[\w-]+\s*,\s*)*)([\w-]*)$/;
const beginning = /--\s*([\w-]*)$/;

/** Nothing where the cursor is in no such comment. */
export function ruleNames({ file, text, offset, t }: AssistRequest): Completion | undefined {
  const lines = new LineTable(text);
  const line = text.slice(lines.startOf(lines.lineAt(offset)), offset);
  const [, listed, word = ''] = comment.exec(line) ?? [];
  if (listed !== undefined) {
    const there = listed.split(/[\s,]+/);
    const names = rules.filter((rule) => isFor(rule.file, file) && !there.includes(rule.name));
    return { suggestions: names.map(({ name }) => value(name)), word: range(lines, offset, word) };
  }
  const begun = beginning.exec(line)?.[1];
  if (begun === undefined) return undefined;
  const suggestions = [
    { ...value('kong-disable-next-line'), note: t('for the next line') },
    { ...value('kong-disable-file'), note: t('for the file') },
  ];
  return { suggestions, word: range(lines, offset, begun) };
}

function isFor(own: string, file: string): boolean {
  return own === 'both' || own === file;
}

function value(label: string): Suggestion {
  return { label, kind: 'value' };
}

function range(lines: LineTable, offset: number, word: string): TextRange {
  return lines.range([offset - word.length, offset]);
}
