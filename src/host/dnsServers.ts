// The DNS servers that checks ask: those of this machine, or those that the user named, for as long as the window lives.

export class DnsServers {
  #named: readonly string[] = [];

  /** Addresses as Node's resolver takes them; none: those of this machine. */
  get named(): readonly string[] {
    return this.#named;
  }

  use(servers: readonly string[]): void {
    this.#named = servers;
  }
}
