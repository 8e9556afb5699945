// The meaning of a word at a place in schema.lua.
import type { SchemaPlace } from '../completion/schema/schemaPlace';
import { attributeWords, checkWords, partWords, topLevelWords, typeWords } from './words';

export function wordInSchema(place: SchemaPlace | undefined, word: string): string | undefined {
  const meaning = place && meaningOf(place, word);
  return meaning && `**${word}** — ${meaning}`;
}

function meaningOf({ part, key }: SchemaPlace, word: string): string | undefined {
  switch (part.kind) {
    case 'root':
      return topLevelWords.get(word);
    case 'spec':
      return key === 'type' && word !== 'type' ? typeWords.get(word) : attributeWords.get(word);
    case 'match':
      return attributeWords.get(word);
    case 'check':
      return checkWords.get(word);
    case 'checkParts':
      return partWords.get(word);
    default:
      return undefined;
  }
}
