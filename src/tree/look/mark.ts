// What is known of a row beside what Konnect says of it, such as how a plugin's folder stands: said in the row and aloud.
import type { TreeItem, Uri } from 'vscode';

/** The same for all addresses of one thing, whatever name its control plane has by now. */
export function markKey({ authority, query }: Uri): string {
  return `${authority}?${query}`;
}

export function withMark(item: TreeItem, words: string | undefined): TreeItem {
  if (words === undefined) return item;
  item.description = [words, item.description].filter(Boolean).join(' · ');
  const spoken = item.accessibilityInformation?.label ?? item.label;
  item.accessibilityInformation = { label: `${spoken}, ${words}` };
  return item;
}
