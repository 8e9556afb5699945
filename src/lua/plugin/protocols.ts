// The protocols that schema.lua allows.
import type { LuaSource } from '../source';
import type { Span } from '../syntax/tree';

export interface Protocols {
  readonly protocols: readonly string[];
  readonly at: Span;
}

/** Nothing when the schema leaves them open or they cannot be read. */
export function declaredProtocols({ pluginSchema }: LuaSource): Protocols | undefined {
  const field = pluginSchema.field('protocols');
  const allowed = field?.spec?.nested('elements')?.get('one_of')?.table;
  if (field?.at === undefined || allowed === undefined || allowed.isOpen) return undefined;
  const protocols = allowed.items.map(({ text }) => text).filter((text) => text !== undefined);
  return protocols.length === allowed.items.length ? { protocols, at: field.at } : undefined;
}
