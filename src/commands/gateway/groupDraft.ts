// The answers about one data plane group, as far as they are given.

export interface GroupDraft {
  readonly provider?: string | undefined;
  /** The cloud's own id of the account. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly network?: string | undefined;
  readonly isNew?: boolean | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly cidr?: string | undefined;
  readonly state?: 'initializing' | 'offline' | undefined;
  /** `autopilot`, or the instance type of the deprecated static kind. */
  readonly scaling?: string | undefined;
  /** Requests per second, or instances. */
  readonly amount?: number | undefined;
}
