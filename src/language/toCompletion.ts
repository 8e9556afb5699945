// Suggestions as items of VS Code's list.
import {
  CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  CompletionList,
  l10n,
  MarkdownString,
  type Position,
  Range,
  SnippetString,
} from 'vscode';
import { toRange } from '../diagnostics/toDiagnostic';
import type { Completion, Suggestion, SuggestionKind } from '../lua/assist/request';

const kinds: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  function: CompletionItemKind.Function,
  field: CompletionItemKind.Field,
  module: CompletionItemKind.Module,
  value: CompletionItemKind.Value,
  phase: CompletionItemKind.Event,
  keyword: CompletionItemKind.Keyword,
  variable: CompletionItemKind.Variable,
};

const commands = {
  parameters: 'editor.action.triggerParameterHints',
  suggestions: 'editor.action.triggerSuggest',
} as const;

/** Nothing inside a word that goes over several lines: VS Code cannot replace it. */
export function toCompletionList(
  { suggestions, word }: Completion,
  position: Position,
): CompletionList | undefined {
  const replacing = toRange(word);
  if (!replacing.isSingleLine || !replacing.contains(position)) return undefined;
  const range = { inserting: new Range(replacing.start, position), replacing };
  return new CompletionList(suggestions.map((suggestion) => toItem(suggestion, range)));
}

function toItem(
  suggestion: Suggestion,
  range: NonNullable<CompletionItem['range']>,
): CompletionItem {
  const { label, kind, signature, note, snippet, refusal, isLikely, rank = 0, shows } = suggestion;
  const item = new CompletionItem(
    {
      label,
      ...(signature !== undefined && { detail: signature }),
      ...(note !== undefined && { description: note }),
    },
    kinds[kind],
  );
  item.range = range;
  const group = refusal !== undefined ? 9 : isLikely ? 1 : 5;
  item.sortText = `${group}${String(rank).padStart(3, '0')}${label}`;
  const documentation = documentationOf(suggestion);
  if (documentation !== undefined) item.documentation = documentation;
  if (snippet !== undefined) item.insertText = new SnippetString(snippet);
  if (refusal !== undefined) item.tags = [CompletionItemTag.Deprecated];
  if (shows !== undefined) item.command = { command: commands[shows], title: l10n.t('Suggest') };
  return item;
}

function documentationOf({ documentation, refusal }: Suggestion): MarkdownString | undefined {
  const parts = [
    ...(refusal === undefined ? [] : [`$(warning) ${refusal}`]),
    ...(documentation === undefined ? [] : [documentation]),
  ];
  return parts.length === 0 ? undefined : new MarkdownString(parts.join('\n\n'), true);
}
