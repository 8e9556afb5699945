// Calls a demo server and compares each answer with the API descriptions.

import assert from 'node:assert/strict';
import type { DemoServer } from '../../../src/demo/server';
import type { OpenApi, Verdict } from './openApi';

export interface Answered {
  readonly status: number;
  readonly contentType: string | null;
  /** Parsed; absent for an empty body. */
  readonly body: unknown;
}

/** What is at `path` in a body, as in `data.0.id`; the descriptions have said that it has the right type. */
export function pick<T = string>(body: unknown, path: string): T {
  let value: unknown = body;
  for (const key of path.split('.'))
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return value as T;
}

export interface Judged {
  readonly operation: string;
  readonly status: number;
}

export class DemoCaller {
  readonly #demo: DemoServer;
  readonly #descriptions: readonly OpenApi[];
  readonly judged: Judged[] = [];
  readonly undescribed: Judged[] = [];

  constructor(demo: DemoServer, descriptions: readonly OpenApi[]) {
    this.#demo = demo;
    this.#descriptions = descriptions;
  }

  get demo(): DemoServer {
    return this.#demo;
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    const response = await fetch(this.#demo.apiUrl.replace('/{geo}', path), {
      method,
      headers: {
        authorization: `Bearer ${this.#demo.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const contentType = response.headers.get('content-type');
    const parsed = text === '' ? undefined : JSON.parse(text);
    const operation = this.#demo.requests.at(-1)?.operation;
    if (operation !== undefined) this.#judge(operation, response.status, contentType, parsed);
    return { status: response.status, contentType, body: parsed };
  }

  /** Calls and insists on the status. */
  async expect(status: number, method: string, path: string, body?: unknown): Promise<unknown> {
    const answered = await this.call(method, path, body);
    assert.equal(answered.status, status, `${method} ${path}: ${JSON.stringify(answered.body)}`);
    return answered.body;
  }

  #judge(operation: string, status: number, contentType: string | null, body: unknown): void {
    const description = this.#descriptions.find(({ operations }) => operations.has(operation));
    const verdict: Verdict = description
      ? description.judgeResponse(operation, status, contentType, body)
      : { described: false };
    if (!verdict.described) {
      this.undescribed.push({ operation, status });
      return;
    }
    assert.deepEqual(
      verdict.errors,
      [],
      `${operation} ${status} is not as described: ${JSON.stringify(body)}`,
    );
    this.judged.push({ operation, status });
  }
}
