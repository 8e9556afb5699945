// Identifiers that look random and are the same in every run, so that tests and screenshots repeat.

import { createHash } from 'node:crypto';

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A version 4 UUID made from a name. */
export function uuidOf(name: string): string {
  const hex = digest(`uuid/${name}`);
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** `length` hexadecimal digits made from a name, as cloud resources and DNS prefixes have them. */
export function hexOf(name: string, length: number): string {
  return digest(`hex/${name}`).slice(0, length);
}

/** A number from 0 to `below` - 1 made from a name. */
export function numberOf(name: string, below: number): number {
  return Number.parseInt(digest(`number/${name}`).slice(0, 8), 16) % below;
}

export class Ids {
  #made = 0;

  uuid(): string {
    this.#made += 1;
    return uuidOf(`made/${this.#made}`);
  }

  /** As in the `instance` of Konnect's problem documents. */
  trace(): string {
    this.#made += 1;
    const digits = BigInt(`0x${digest(`trace/${this.#made}`).slice(0, 15)}`) + 10n ** 18n;
    return `konnect:trace:${digits}`;
  }
}
