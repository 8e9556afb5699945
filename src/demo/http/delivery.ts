// Puts an answer on the wire, whole or broken as ordered.

import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './faults';
import type { Outgoing } from './service';

const page =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';
const portal =
  '<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head><body></body></html>\n';

/** Sends `outgoing`, except where `fault` has something else to send. */
export async function deliver(
  response: ServerResponse,
  outgoing: Outgoing,
  fault: Fault | undefined,
): Promise<void> {
  const text = outgoing.body === undefined ? '' : JSON.stringify(outgoing.body);
  const bytes = Buffer.from(text);
  switch (fault?.kind) {
    case 'truncatedJson':
      return send(response, outgoing, bytes.subarray(0, Math.floor(bytes.length / 2)));
    case 'emptyBody':
      return send(response, outgoing, Buffer.alloc(0));
    case 'wrongContentType':
      return send(response, { status: 200, contentType: 'text/html' }, Buffer.from(portal));
    case 'resetInBody':
      return breakInBody(response, outgoing, bytes);
    case 'slowDrip':
      return drip(response, outgoing, bytes, fault.bytes ?? 16, fault.everyMs ?? 50);
    default:
      return send(response, outgoing, bytes);
  }
}

export function deliverHtml(response: ServerResponse, status: number): void {
  send(response, { status, contentType: 'text/html' }, Buffer.from(page));
}

function head(response: ServerResponse, outgoing: Outgoing, length: number): void {
  response.writeHead(outgoing.status, {
    ...(outgoing.contentType !== undefined && {
      'content-type': `${outgoing.contentType}; charset=utf-8`,
    }),
    ...(outgoing.retryAfter !== undefined && { 'retry-after': String(outgoing.retryAfter) }),
    ...(length > 0 && { 'content-length': length }),
  });
}

function send(response: ServerResponse, outgoing: Outgoing, bytes: Buffer): void {
  head(response, outgoing, bytes.length);
  response.end(bytes);
}

async function breakInBody(
  response: ServerResponse,
  outgoing: Outgoing,
  bytes: Buffer,
): Promise<void> {
  // What has no body cannot break in it.
  if (bytes.length === 0) return send(response, outgoing, bytes);
  head(response, outgoing, Math.max(bytes.length, 2));
  await new Promise<void>((resolve) => {
    response.write(bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))), () => resolve());
  });
  response.socket?.resetAndDestroy();
}

async function drip(
  response: ServerResponse,
  outgoing: Outgoing,
  bytes: Buffer,
  size: number,
  everyMs: number,
): Promise<void> {
  head(response, outgoing, bytes.length);
  for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
    response.write(bytes.subarray(start, start + size));
    await delay(everyMs, undefined, { ref: false });
  }
  response.end();
}
