// Names and sentences from elsewhere, made harmless to read: they may hold anything, in any length.

/** Longer than any name that Konnect accepts (control plane names: 256). */
const longestName = 300;
/** Reasons of failures are sentences. */
const longestSentence = 1000;

/** Controls, and characters that reorder the text around them or cannot be seen. */
const deceptive = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

export function shownName(name: string): string {
  return shown(name, longestName);
}

export function shownSentence(text: string): string {
  return shown(text.trim().replace(/\s+/g, ' '), longestSentence);
}

function shown(text: string, longest: number): string {
  const kept = text.length > longest ? text.slice(0, longest) : text;
  const visible = kept.replace(deceptive, '\ufffd');
  return text.length > longest ? `${visible}…` : visible;
}
