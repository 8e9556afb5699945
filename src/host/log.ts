// The log that the user can open: one line per request, and what failed.
import { type LogOutputChannel, window } from 'vscode';
import type { RequestLogLine } from '../konnect/client';

export function createLog(): LogOutputChannel {
  return window.createOutputChannel('Kong Konnect', { log: true });
}

/** Method, path template, status, duration and trace id; never a body, a header or a token. */
export function logRequest(log: LogOutputChannel, line: RequestLogLine): void {
  const { method, path, status, durationMs, attempt, traceId } = line;
  const parts = [method, path, status ?? 'no answer', `${Math.round(durationMs)} ms`];
  if (attempt > 1) parts.push(`attempt ${attempt}`);
  if (traceId !== undefined) parts.push(traceId);
  log.info(parts.join(' '));
}
