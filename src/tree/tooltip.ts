// Tooltips as Markdown whose every value is escaped: names come from Konnect and may contain anything.
import { MarkdownString } from 'vscode';

/** A heading and `label: value` lines; lines without a value are left out. */
export function tooltip(
  title: string,
  lines: readonly (readonly [label: string, value: string | undefined])[],
): MarkdownString {
  const markdown = new MarkdownString();
  markdown.appendMarkdown('**').appendText(title).appendMarkdown('**');
  for (const [label, value] of lines) {
    if (value === undefined || value === '') continue;
    markdown.appendMarkdown('\n\n').appendText(`${label}: ${value}`);
  }
  return markdown;
}
