// Lists of core entities: by tags, and by name where the kind offers it.

import type { Call } from '../http/operation';
import { offsetPage } from '../http/paging';
import type { CoreEntity } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { CoreKind } from './coreKinds';

export function listed(
  entities: readonly CoreEntity[],
  { filterable, name }: CoreKind,
  call: Call,
): JsonObject {
  const { query } = call;
  const byTags = tagTest(query.get('tags'));
  const equal = filterable ? query.get('filter[name][eq]') : null;
  const part = filterable ? query.get('filter[name][contains]') : null;
  // The name filter means the plugin's name, not its instance's.
  const nameField = name === 'instance_name' ? 'name' : (name ?? 'name');
  const chosen = entities.filter((entity) => {
    const value = String(entity[nameField] ?? '');
    return (
      byTags(entity) &&
      (equal === null || value === equal) &&
      (part === null || value.includes(part))
    );
  });
  return offsetPage(chosen, call);
}

/** `a,b`: both; `a/b`: either. */
function tagTest(wanted: string | null): (entity: CoreEntity) => boolean {
  if (wanted === null || wanted === '') return () => true;
  const any = wanted.includes('/');
  const tags = wanted.split(any ? '/' : ',');
  return ({ tags: own }) => {
    const has = (tag: string) => Array.isArray(own) && own.includes(tag);
    return any ? tags.some(has) : tags.every(has);
  };
}
