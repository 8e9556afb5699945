// What a new schema means for the instances that a plugin has: what changed to their harm, and which of them it refuses.
import type { Translate } from '../../text';
import { LuaSource } from '../source';
import { breakingChanges } from './breakingChanges';
import type { ConfigFailure } from './configFailure';
import { configFailuresOf } from './configFailures';

export interface SchemaImpact {
  /** In words, whether or not an instance is hit. */
  readonly breaking: readonly string[];
  /** For each configuration, in order, what the new schema refuses in it. */
  readonly refused: readonly (readonly ConfigFailure[])[];
}

export interface SchemaChange {
  /** The text of schema.lua that is in use now. */
  readonly before: string;
  readonly after: string;
  /** Configurations of instances, as JSON. */
  readonly configs: readonly unknown[];
}

export function schemaImpact({ before, after, configs }: SchemaChange, t: Translate): SchemaImpact {
  const [old, now] = [before, after].map((text) => new LuaSource('schema', text).pluginSchema);
  return {
    breaking: old && now ? breakingChanges(old, now, t).map(({ message }) => message) : [],
    refused: configs.map((config) => (now ? [...configFailuresOf(now, config, t)] : [])),
  };
}
