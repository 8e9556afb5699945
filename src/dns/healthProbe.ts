// Asks a gateway's edge whether its data planes are up. The host is the customer's: the request carries nothing but itself.

export type Health =
  /** Answered 200: the process is up, which says nothing about routes. */
  | { readonly kind: 'up'; readonly tookMs: number }
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'failed'; readonly why: HealthFailure; readonly said: string };

export type HealthFailure = 'no-name' | 'no-connection' | 'certificate' | 'timeout' | 'unknown';

export interface ProbeTools {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds, for measuring. */
  readonly now: () => number;
  readonly timeoutMs?: number;
}

/** Never rejects. */
export async function probeHealth(address: string, tools: ProbeTools): Promise<Health> {
  const { fetch: send, now, timeoutMs = 10_000 } = tools;
  const start = now();
  try {
    const response = await send(address, {
      method: 'GET',
      // No header of ours, no cookie, and no other host than the one that the user sees.
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const tookMs = Math.round(now() - start);
    await response.body?.cancel();
    return response.status === 200
      ? { kind: 'up', tookMs }
      : { kind: 'answered', status: response.status };
  } catch (error) {
    return { kind: 'failed', ...reasonOf(error) };
  }
}

function reasonOf(error: unknown): { readonly why: HealthFailure; readonly said: string } {
  if (!(error instanceof Error)) return { why: 'unknown', said: String(error) };
  if (error.name === 'TimeoutError') return { why: 'timeout', said: error.message };
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause ? String(cause.code) : '';
  const why = failures.find(([pattern]) => pattern.test(code))?.[1] ?? 'unknown';
  return { why, said: code === '' ? cause.message : code };
}

const failures: readonly (readonly [code: RegExp, why: HealthFailure])[] = [
  [/^(ENOTFOUND|EAI_AGAIN|ENODATA)$/, 'no-name'],
  [/TIMEDOUT$|TIMEOUT$/, 'timeout'],
  [/^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|UND_ERR_SOCKET)$/, 'no-connection'],
  [/CERT|^ERR_TLS|^UNABLE_TO|^DEPTH_ZERO|^EPROTO$/, 'certificate'],
];
