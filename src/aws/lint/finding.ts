// What the linter of trust policies finds, and what it is given to compare with.
import type { Translate } from '../../text';
import type { Range } from './json';

export type TrustRule =
  | 'trust-json'
  | 'trust-shape'
  | 'trust-wildcard'
  | 'trust-principal'
  | 'trust-account'
  | 'trust-network'
  | 'trust-dataplane'
  | 'trust-condition'
  | 'trust-action'
  | 'trust-unreachable'
  | 'trust-nobody';

export interface TrustEdit extends Range {
  readonly text: string;
}

export interface TrustFix {
  readonly title: string;
  readonly edits: readonly TrustEdit[];
}

export interface TrustFinding extends Range {
  readonly rule: TrustRule;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** Only where there is one way to mend it. */
  readonly fix?: TrustFix;
}

export interface KnownNetwork {
  readonly id: string;
  readonly name: string;
  /** Undefined when the network does not run on AWS, or its account is not known. */
  readonly accountId?: string | undefined;
  readonly provider?: string | undefined;
}

/** What Konnect says of the organisation. */
export interface KnownRoles {
  readonly networks: readonly KnownNetwork[];
  /** Kong's accounts at AWS, of twelve digits. */
  readonly accounts: readonly string[];
}

export interface LintContext {
  readonly text: string;
  /** Undefined: nobody is connected, so ids and accounts cannot be compared. */
  readonly known: KnownRoles | undefined;
  readonly t: Translate;
}

export function at({ start, end }: Range): Range {
  return { start, end };
}

/** Replaces what is between the quotes; ARNs and actions need no escape. */
export function replaceText(title: string, string: Range, text: string): TrustFix {
  return { title, edits: [{ ...at(string), text: JSON.stringify(text) }] };
}
