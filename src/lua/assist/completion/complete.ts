// What can be written at the cursor.
import { findCursor } from '../cursor/cursor';
import type { AssistRequest, Completion, Suggestion } from '../request';
import { memberSuggestions } from './members';
import { moduleSuggestions } from './modules';
import { nameSuggestions } from './names';
import { phaseSuggestions } from './phases';
import type { CompletionPlace } from './place';
import { ruleNames } from './ruleNames';
import { placeInSchema } from './schema/schemaPlace';
import { schemaSuggestions } from './schema/schemaSuggestions';

export function complete(request: AssistRequest): Completion | undefined {
  const cursor = findCursor(request.file, request.text, request.offset);
  if (cursor === undefined) return ruleNames(request);
  const { path } = cursor;
  const place: CompletionPlace = { request, cursor, node: path.at(-1), parent: path.at(-2) };
  return { suggestions: suggestionsAt(place), word: cursor.range };
}

function suggestionsAt(place: CompletionPlace): readonly Suggestion[] {
  const { request, cursor, parent } = place;
  if (cursor.isInString) return moduleSuggestions(place) ?? inSchema(place);
  if (cursor.isFunctionName) return request.file === 'handler' ? phaseSuggestions(place) : [];
  if (cursor.isMember) {
    return parent?.type === 'MemberExpression' ? memberSuggestions(place, parent) : [];
  }
  if (cursor.isBehindValue || isNewName(place)) return [];
  const kongs = request.file === 'handler' ? phaseSuggestions(place) : inSchema(place);
  // Where a key or an entry of the schema language belongs, other names are of no use.
  const isEntry = request.file === 'schema' && parent?.type === 'TableValue';
  return isEntry && kongs.length > 0 ? kongs : [...kongs, ...nameSuggestions(place)];
}

/** A name that is being made up cannot be completed. */
function isNewName({ node, parent }: CompletionPlace): boolean {
  switch (parent?.type) {
    case 'FunctionDeclaration':
      return parent.parameters.some((parameter) => parameter === node);
    case 'LocalStatement':
    case 'ForGenericStatement':
      return parent.variables.some((variable) => variable === node);
    case 'ForNumericStatement':
      return parent.variable === node;
    default:
      return false;
  }
}

function inSchema(place: CompletionPlace): readonly Suggestion[] {
  if (place.request.file !== 'schema') return [];
  const inside = placeInSchema(place.cursor.path, place.cursor.source);
  return inside === undefined ? [] : schemaSuggestions(place, inside);
}
