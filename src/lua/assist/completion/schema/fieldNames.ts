// Names of fields for the checks of the record around them: `config.url`, or `url` inside the record.
import type { TableConstructor } from '../../../syntax/tree';
import type { Suggestion } from '../../request';
import type { CompletionPlace } from '../place';
import { keyed, keyOf, type SchemaPlace } from './schemaPlace';

/** Records nest; nobody nests them deeper. */
const maximumDepth = 10;

export function fieldNames({ cursor }: CompletionPlace, { tables }: SchemaPlace): Suggestion[] {
  const record = tables.findLast(({ part, table }) => {
    return (part.kind === 'root' || part.kind === 'spec') && keyed(table, 'entity_checks');
  });
  const names = record === undefined ? [] : namesIn(record.table, '', 0);
  return names.map((name) => ({
    label: cursor.isInString ? name : `"${name}"`,
    kind: 'value',
    isLikely: true,
  }));
}

function namesIn(record: TableConstructor, above: string, depth: number): string[] {
  const list = keyed(record, 'fields');
  if (list?.type !== 'TableConstructorExpression' || depth > maximumDepth) return [];
  return list.fields.flatMap(({ value }) => {
    const [field] = value.type === 'TableConstructorExpression' ? value.fields : [];
    const key = field && keyOf(field);
    if (field === undefined || key === undefined) return [];
    const name = `${above}${key}`;
    const inner =
      field.value.type === 'TableConstructorExpression'
        ? namesIn(field.value, `${name}.`, depth + 1)
        : [];
    return [name, ...inner];
  });
}
