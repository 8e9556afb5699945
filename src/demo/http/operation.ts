// What the demo can be asked: one operation of the API descriptions with the function that answers it.

import type { Json } from '../world/json';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request, taken apart. */
export interface Call {
  readonly geo: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly contentType: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body?: Json;
}

export interface Operation {
  /** The operationId of the API description; for paths it lacks, a name of the same form. */
  readonly id: string;
  readonly method: Method;
  /** From the version on, with parameters in braces: `/v2/control-planes/{controlPlaneId}`. */
  readonly path: string;
  readonly home: 'global' | 'regional' | 'everywhere';
  /** Answers without a token. */
  readonly open?: boolean;
  /** The operation is in none of the API descriptions. */
  readonly undescribed?: boolean;
  readonly handle: (call: Call) => Answer;
}

export function ok(body: Json): Answer {
  return { status: 200, body };
}

export function created(body: Json): Answer {
  return { status: 201, body };
}

export const noContent: Answer = { status: 204 };

/** A path parameter that the operation's path names. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}
