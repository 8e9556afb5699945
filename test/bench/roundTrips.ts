// Counts the round trips that somebody waits for: requests side by side are one, a request after an answer is another.

export interface RoundTrips {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: number;
  /** One after the other. */
  readonly sequential: number;
}

/** @param onward does the requests */
export function countRoundTrips(onward: typeof globalThis.fetch): RoundTrips {
  let [requests, sequential, answered] = [0, 0, 0];
  return {
    fetch: async (input, init) => {
      requests += 1;
      const own = answered + 1;
      sequential = Math.max(sequential, own);
      const response = await onward(input, init);
      answered = Math.max(answered, own);
      return response;
    },
    get requests() {
      return requests;
    },
    get sequential() {
      return sequential;
    },
  };
}
