// One thing that a schema refuses in a configuration.
export interface ConfigFailure {
  /** `redis.host`, without `config`; empty for the configuration as a whole. */
  readonly path: string;
  readonly message: string;
}
