// A request as a curl command that a POSIX shell takes as it is; the token stays a variable of that shell.

export interface CurlRequest {
  readonly method: string;
  /** Complete: see `requestAddress`. */
  readonly url: string;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Stands in a body for a secret, which becomes the shell's variable SECRET: nobody is shown it. */
export const secretMarker = '\ue000SECRET\ue000';

/** `apiUrl` is the setting's form with `{geo}`; `path` begins with a slash. */
export function requestAddress(apiUrl: string, geo: string, path: string): string {
  return `${apiUrl.replaceAll('{geo}', geo).replace(/\/+$/, '')}${path}`;
}

export function curlOf({ method, url, body }: CurlRequest): string {
  const address = plainAddress(url);
  const json = body === undefined ? undefined : bodyText(body);
  const options = [
    `--request ${/^[A-Z]+$/.test(method) ? method : shellQuoted(method)}`,
    // curl would expand brackets and braces in an address.
    ...(/[[\]{}]/.test(address) ? ['--globoff'] : []),
    `--url ${shellQuoted(address)}`,
    '--header "Authorization: Bearer $KONNECT_TOKEN"',
    "--header 'Accept: application/json, application/problem+json'",
    // Unlike --data, --data-raw takes an `@` for what it is.
    ...(json === undefined
      ? []
      : [
          "--header 'Content-Type: application/json'",
          `--data-raw ${shellQuoted(json).replaceAll(secretMarker, `'"$SECRET"'`)}`,
        ]),
  ];
  return `curl ${options.join(' \\\n  ')}\n`;
}

/** Some interactive shells see history in a `!`, in later lines of an argument even between quotes. */
function bodyText(body: unknown): string {
  return JSON.stringify(body, undefined, 2).replaceAll('!', '\\u0021');
}

/** Between single quotes a POSIX shell leaves everything alone, also line ends. */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** No argument can hold NUL or half a character, and no request line a space or a line end; `!` as in a body. */
function plainAddress(url: string): string {
  return url
    .replace(/[\p{Cc}\p{Cs} ]/gu, (character) =>
      /\p{Cs}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character),
    )
    .replaceAll('!', '%21');
}
