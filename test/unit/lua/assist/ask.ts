// Asks at the place that `|` marks in a text.
import { complete } from '../../../../src/lua/assist/completion/complete';
import { describe } from '../../../../src/lua/assist/describe';
import type { AssistRequest, Signature, Suggestion } from '../../../../src/lua/assist/request';
import { signatureAt } from '../../../../src/lua/assist/signature';
import { LuaSource } from '../../../../src/lua/source';
import { english } from '../../../../src/text';

export interface Circumstances extends Partial<Omit<AssistRequest, 'schema'>> {
  readonly schemaText?: string;
}

export function requestAt(marked: string, given: Circumstances = {}): AssistRequest {
  const offset = marked.indexOf('|');
  const { schemaText, ...rest } = given;
  return {
    t: english,
    file: 'handler',
    text: marked.slice(0, offset) + marked.slice(offset + 1),
    offset,
    schema: schemaText === undefined ? undefined : new LuaSource('schema', schemaText),
    sandbox: 'strict',
    sandboxOrigin: 'the default',
    gatewayVersion: undefined,
    leaveLua: false,
    leavePdk: false,
    ...rest,
  };
}

export function suggestionsAt(marked: string, given?: Circumstances): readonly Suggestion[] {
  return complete(requestAt(marked, given))?.suggestions ?? [];
}

export function labelsAt(marked: string, given?: Circumstances): string[] {
  return suggestionsAt(marked, given).map(({ label }) => label);
}

export function suggestionAt(marked: string, label: string, given?: Circumstances): Suggestion {
  const all = suggestionsAt(marked, given);
  const found = all.find((suggestion) => suggestion.label === label);
  if (found === undefined) {
    throw new Error(`no ${label} among ${all.map((suggestion) => suggestion.label).join(', ')}`);
  }
  return found;
}

export function hoverAt(marked: string, given?: Circumstances): string | undefined {
  const request = requestAt(marked, given);
  return describe(new LuaSource(request.file, request.text), request)?.markdown;
}

export function signatureOf(marked: string, given?: Circumstances): Signature | undefined {
  return signatureAt(requestAt(marked, given));
}
