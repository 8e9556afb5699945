// The words of the schema language with their meanings.
import * as data from '../data/schemaTexts';

export type Words = ReadonlyMap<string, string>;

export const typeWords = read(data.typeTexts);
export const attributeWords = read(data.attributeTexts);
export const topLevelWords = read(data.topLevelTexts);
export const checkWords = read(data.checkTexts);
export const partWords = read(data.partTexts);
export const typedefWords = read(data.typedefTexts);

function read(text: string): Words {
  const lines = text.trim().split('\n');
  return new Map(lines.map((line) => line.split(' -- ') as [word: string, meaning: string]));
}
