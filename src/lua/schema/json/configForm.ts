// What editing the configuration of an instance needs of a plugin's fields.

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What is to be known of a plugin to edit the configuration of an instance. */
export interface ConfigForm {
  /** JSON schema of `config`. */
  readonly config: JsonSchema;
  /** Protocols that it can be limited to; undefined where the schema leaves them open. */
  readonly protocols: readonly string[] | undefined;
  /** Texts that Konnect stores encrypted, as paths: `['redis', 'password']`, `['keys', '[]']`, `['headers', '*']`. */
  readonly encrypted: readonly (readonly string[])[];
  /** Fields of which no value is another thing than the default. */
  readonly nullable: readonly (readonly string[])[];
  /** Fields that need a value and have none by themselves, with a value to begin with. */
  readonly demanded: Readonly<Record<string, unknown>>;
}
