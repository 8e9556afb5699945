// What was asked of the demo, for tests to look at. Headers are not kept, so neither is the token.

export interface DemoRequest {
  readonly method: string;
  readonly geo: string;
  /** From the version on, without geo and query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Absent while the answer is on its way, and for good when none was given. */
  readonly status?: number;
  /** The operation that answered. */
  readonly operation?: string;
  /** The fault that was ordered for it. */
  readonly fault?: string;
}

const most = 10_000;

export class RequestLog {
  #requests: DemoRequest[] = [];

  /** The latest requests, oldest first. */
  get requests(): readonly DemoRequest[] {
    return this.#requests;
  }

  /** Notes a request; what it returns completes the note. */
  begin(request: DemoRequest): (more: Partial<DemoRequest>) => void {
    let noted = request;
    this.#requests.push(noted);
    if (this.#requests.length > most) this.#requests = this.#requests.slice(-most / 2);
    return (more) => {
      const index = this.#requests.lastIndexOf(noted);
      noted = { ...noted, ...more };
      if (index >= 0) this.#requests[index] = noted;
    };
  }

  clear(): void {
    this.#requests = [];
  }
}
