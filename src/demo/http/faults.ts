// Faults to order: what shall go wrong, for which requests, how often.

export type Fault =
  /** The answer comes later. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** An error of the service behind the path. `retryAfter`: seconds, or an HTTP date. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number | string }
  /** A page of a proxy that could not reach Konnect: 502 unless told otherwise. */
  | { readonly kind: 'html'; readonly status?: number }
  /** The connection breaks before any answer; `applied`: after the request had its effect. */
  | { readonly kind: 'resetBeforeHeaders'; readonly applied?: boolean }
  /** The connection breaks in the middle of the body. */
  | { readonly kind: 'resetInBody' }
  /** A complete answer with half a JSON document. */
  | { readonly kind: 'truncatedJson' }
  | { readonly kind: 'emptyBody' }
  /** 200 with a web page, as a captive portal sends it. */
  | { readonly kind: 'wrongContentType' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'slowDrip'; readonly bytes?: number; readonly everyMs?: number }
  /** Each page has the items of the first. */
  | { readonly kind: 'duplicatePages' }
  /** The list never ends: the cursor leads back, or the total keeps ahead. */
  | { readonly kind: 'cursorLoop' }
  /** Values that no description knows. `values`: by property name; states and the like unless told otherwise. */
  | { readonly kind: 'unknownValues'; readonly values?: Readonly<Record<string, string>> };

export interface FaultOrder {
  /** Any when absent. */
  readonly method?: string;
  /** With geo, without query: `/us/v2/control-planes`; `*` is one segment, `**` any rest. */
  readonly path: string;
  /** How many requests it befalls; all when absent. */
  readonly times?: number;
  readonly fault: Fault;
}

export interface OrderedFault {
  /** How many requests it has befallen. */
  readonly met: number;
  cancel(): void;
}

interface Entry {
  readonly order: FaultOrder;
  readonly pattern: RegExp;
  met: number;
}

export class Faults {
  #entries: readonly Entry[] = [];

  order(order: FaultOrder): OrderedFault {
    const entry: Entry = { order, pattern: patternOf(order.path), met: 0 };
    this.#entries = [...this.#entries, entry];
    return {
      get met() {
        return entry.met;
      },
      cancel: () => {
        this.#entries = this.#entries.filter((other) => other !== entry);
      },
    };
  }

  clear(): void {
    this.#entries = [];
  }

  /** The fault for a request, which then counts as met. The oldest order that is not used up wins. */
  take(method: string, path: string): Fault | undefined {
    const entry = this.#entries.find(
      ({ order, pattern, met }) =>
        (order.method ?? method) === method &&
        met < (order.times ?? Number.POSITIVE_INFINITY) &&
        pattern.test(path),
    );
    if (!entry) return undefined;
    entry.met += 1;
    return entry.order.fault;
  }
}

function patternOf(path: string): RegExp {
  const parts = path.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*';
    return part === '*' ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
