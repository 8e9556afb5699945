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
    markdown.appendMarkdown('\n\n');
    appendWords(markdown, `${label}: ${value}`);
  }
  return markdown;
}

/** `appendText` makes spaces that do not break, and a long reason would be one long line. */
function appendWords(markdown: MarkdownString, text: string): void {
  for (const [at, word] of text.split(/\s+/).entries()) {
    if (at > 0) markdown.appendMarkdown(' ');
    markdown.appendText(word);
  }
}
