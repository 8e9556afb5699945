// How large a plugin file may be for Konnect.

/** The limit in Konnect's own message "length must be <= 102400". */
export const maximumBytes = 102_400;
/** The limit in its documentation, "100 KB". */
export const documentedBytes = 100_000;

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
