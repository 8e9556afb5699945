// A change written down instead of sent: reads reach Konnect, everything else is answered as if it had been done.

export interface PreviewedRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

/** What stands for the id that Konnect would have given in the answer to request number `n`. */
export function placeholderId(n: number): string {
  return `NEW_ID_${n}`;
}

/** What Konnect adds to what was sent, as far as later steps of the same change read it. */
const alwaysAnswered = { name: '', key: '', state: 'created', config: {} } as const;

/** A fetch that keeps changes to itself, in the order in which they would be sent. */
export class PreviewedRequests {
  readonly requests: PreviewedRequest[] = [];
  readonly fetch: typeof globalThis.fetch;

  constructor(send: typeof globalThis.fetch) {
    this.fetch = async (input, init) => {
      const method = init?.method ?? 'GET';
      if (method === 'GET') return send(input, init);
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      this.requests.push({ method, url: String(input), ...(body !== undefined && { body }) });
      if (method === 'DELETE') return new Response(null, { status: 204 });
      const id = placeholderId(this.requests.length);
      return Response.json({ ...alwaysAnswered, id, ...(body as object) });
    };
  }
}
