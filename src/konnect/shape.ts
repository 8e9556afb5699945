// How an answer is read: a schema that lets unknown things pass, and the words that may turn up in it.
import * as z from 'zod/mini';
import type { Translate } from '../text';
import { UnexpectedResponseError } from './errors';

/** A closed list as documented, any other text in practice. */
export type Open<T extends string> = T | (string & Record<never, never>);

/** The values that a property is known to have, under a name for the note about an unknown one. */
export interface Vocabulary<T extends string = string> {
  readonly name: string;
  readonly known: readonly T[];
}

export interface Shape<T> {
  /** For messages: "network", "list of networks". */
  readonly name: string;
  readonly schema: z.ZodMiniType<T>;
  /** Pairs of a vocabulary and the value found, to be noted when it is unknown. */
  readonly words?: (value: T) => Iterable<readonly [Vocabulary, string | null | undefined]>;
}

/** A value that this version does not know; shown as it is, and noted once. */
export interface Notice {
  readonly property: string;
  readonly value: string;
}

/** Accepts any text, typed so that the known values are offered. */
export function open<const T extends string>(_vocabulary: Vocabulary<T>): z.ZodMiniType<Open<T>> {
  return z.string();
}

export function vocabulary<const T extends string>(
  name: string,
  known: readonly T[],
): Vocabulary<T> {
  return { name, known };
}

/** A list that Konnect may leave out or send as null. */
export function listOf<T>(item: z.ZodMiniType<T>): z.ZodMiniType<readonly T[]> {
  return z.pipe(
    z.nullish(z.array(item)),
    z.transform((items: T[] | null | undefined) => items ?? []),
  );
}

/** A text that Konnect may leave out or send as null. */
export const text = z.nullish(z.string());
/** Seconds since 1970 in core entities. */
export const number = z.nullish(z.number());
export const boolean = z.nullish(z.boolean());

/** What `state_metadata` holds: a failure is told here while the state stays as it was. */
export const stateMetadata = z.nullish(z.looseObject({ reported_status: text, reason: text }));

export class Reader {
  readonly #t: Translate;
  readonly #notice: (notice: Notice) => void;
  readonly #clean: (text: string) => string;
  readonly #noted = new Set<string>();

  /** `clean` takes secrets out of what is noted. */
  constructor(t: Translate, notice: (notice: Notice) => void, clean: (text: string) => string) {
    this.#t = t;
    this.#notice = notice;
    this.#clean = clean;
  }

  /** `ofWrite`: the answer follows a change, which is made whether or not the answer can be read. */
  read<T>(shape: Shape<T>, value: unknown, ofWrite = false): T {
    const result = z.safeParse(shape.schema, value);
    if (!result.success) throw this.#misfit(shape.name, result.error, ofWrite);
    for (const [{ name, known }, word] of shape.words?.(result.data) ?? [])
      this.#note(name, known, word);
    return result.data;
  }

  #note(property: string, known: readonly string[], word: string | null | undefined): void {
    if (word === null || word === undefined || known.includes(word)) return;
    const value = this.#clean(word).slice(0, 80);
    const key = `${property}=${value}`;
    if (this.#noted.has(key) || this.#noted.size >= 200) return;
    this.#noted.add(key);
    this.#notice({ property, value });
  }

  /** Names the place, never the value, which may be a secret. */
  #misfit(name: string, error: z.core.$ZodError, uncertain: boolean): UnexpectedResponseError {
    const places = error.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join('.') || '(whole)'} (${issue.code})`)
      .join(', ');
    return new UnexpectedResponseError(
      this.#t,
      this.#t(
        'Konnect’s answer cannot be read as {0}: {1}. A newer version of this extension may be needed.',
        name,
        places,
      ),
      { uncertain },
    );
  }
}
