// One exchange with a client, from the first byte of the request to the last of the answer.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { deliver, deliverHtml } from './delivery';
import type { Fault, Faults } from './faults';
import { spoiltAnswer } from './listFaults';
import { Refusal } from './refusal';
import type { DemoRequest, RequestLog } from './requestLog';
import type { Incoming, Outgoing, Service } from './service';

const largestBody = 4 * 1024 * 1024;

export interface Exchanging {
  readonly service: Service;
  readonly faults: Faults;
  readonly log: RequestLog;
}

export async function exchange(
  { service, faults, log }: Exchanging,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, geo = '', path = ''] = /^\/([^/]*)(.*)$/.exec(url.pathname) ?? [];
  const body = await readAll(request);
  const fault = faults.take(method, url.pathname);
  const note = log.begin({
    method,
    geo,
    path,
    query: Object.fromEntries(url.searchParams),
    body: readable(body),
    ...(fault && { fault: fault.kind }),
  });
  const { authorization, 'content-type': contentType } = request.headers;
  const answer = () => {
    if (body === undefined)
      return service.refuse(path, new Refusal(413, 'Request body is too large'));
    const incoming: Incoming = { method, url, authorization, contentType, body };
    const outgoing = spoiltAnswer(service, incoming, fault);
    if (outgoing.operation !== undefined) note({ operation: outgoing.operation });
    return outgoing;
  };
  const outgoing = await outcome(service, path, fault, answer, response);
  if (!outgoing) return;
  note({ status: outgoing.status });
  await deliver(response, outgoing, fault);
}

/** What is to be delivered; nothing when the fault left nothing to do. */
async function outcome(
  service: Service,
  path: string,
  fault: Fault | undefined,
  answer: () => Outgoing,
  response: ServerResponse,
): Promise<Outgoing | undefined> {
  switch (fault?.kind) {
    case 'silence':
      return undefined;
    case 'resetBeforeHeaders':
      if (fault.applied) answer();
      response.socket?.resetAndDestroy();
      return undefined;
    case 'html':
      deliverHtml(response, fault.status ?? 502);
      return undefined;
    case 'status':
      return {
        ...service.refuse(path, new Refusal(fault.status, detailOf(fault.status))),
        ...(fault.retryAfter !== undefined && { retryAfter: fault.retryAfter }),
      };
    case 'latency':
      await delay(fault.ms, undefined, { ref: false });
      return answer();
    default:
      return answer();
  }
}

function detailOf(status: number): string {
  const details: Readonly<Record<number, string>> = {
    401: 'Unauthorized',
    403: 'You do not have permission to perform this action',
    404: 'Not Found',
    409: 'Conflict',
    429: 'API rate limit exceeded',
    503: 'Could not retrieve permissions to check resource accessibility.',
  };
  return details[status] ?? 'An unexpected error occurred';
}

function readable(body: string | undefined): DemoRequest['body'] {
  try {
    return body === undefined || body === '' ? undefined : JSON.parse(body);
  } catch {
    return body;
  }
}

/** Nothing when there is too much of it. */
async function readAll(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= largestBody) chunks.push(chunk as Buffer);
  }
  return length > largestBody ? undefined : Buffer.concat(chunks).toString('utf8');
}
