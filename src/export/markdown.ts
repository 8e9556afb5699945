// Texts from elsewhere as Markdown that shows exactly them: no markup, no link, no picture.

const longest = 400;
/** Controls, and characters that reorder the text around them or cannot be seen. */
const deceptive = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Running text: every sign that could mean something is escaped. */
export function markdownText(text: string): string {
  return shown(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** In the type of code, for names of DNS and AWS; also inside a table. */
export function markdownCode(text: string): string {
  const inner = shown(text);
  const runs = [...inner.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const padding = inner.startsWith('`') || inner.endsWith('`') || inner === '' ? ' ' : '';
  return `${fence}${padding}${inner.replaceAll('|', '\\|')}${padding}${fence}`;
}

/** Lines of a fenced block; `text` must be our own or free of line starts with backticks. */
export function markdownBlock(language: string, text: string): string {
  return `\`\`\`${language}\n${text.replace(/^`{3,}/gm, '\ufffd')}\`\`\`\n`;
}

export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows.map((cells) => `| ${cells.join(' | ')} |\n`);
  const columns = rows[0]?.length ?? 0;
  return `${head}|${' --- |'.repeat(columns)}\n${body.join('')}`;
}

function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').replace(deceptive, '\ufffd');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
