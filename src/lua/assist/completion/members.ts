// What may follow a dot or a colon: members of `kong` and `ngx`, fields of the configuration, typedefs.
import { isPdkNamespace, pdkMembers } from '../../gateway/pdk';
import { knownMembers } from '../../gateway/sandbox';
import { typedefs } from '../../schema/data/typedefs';
import { typedefsModule } from '../../schema/evaluation/library';
import type { MemberExpression } from '../../syntax/tree';
import type { PathValue, TableValue } from '../../values/value';
import { placeholder } from '../cursor/cursor';
import { fieldPage, fieldsBelow, namesBelowConf, typeOf } from '../knowledge/configuration';
import { pdkPage } from '../knowledge/pdkPage';
import { isForCore, pdkSignature, pdkText } from '../knowledge/pdkTexts';
import { phasesAt } from '../knowledge/phasesAt';
import { isNowhere, memberRefusal } from '../knowledge/refusal';
import { typedefWords } from '../knowledge/words';
import type { Suggestion } from '../request';
import { type CompletionPlace, isCalled } from './place';

export function memberSuggestions(
  place: CompletionPlace,
  { base, indexer }: MemberExpression,
): readonly Suggestion[] {
  const { source } = place.cursor;
  const names = namesBelowConf(source, base);
  if (names !== undefined) return configurationFields(place, names);
  const value = source.values.valueOf(base);
  if (value?.kind !== 'path') {
    const table = source.values.tableOf(value);
    return table === undefined || place.request.leaveLua ? [] : ownMembers(table);
  }
  if (value.module === typedefsModule) return typedefSuggestions();
  const { chain } = value;
  const own = source.values.tableOf(value);
  const written = own === undefined ? [] : ownMembers(own);
  if (chain === undefined) return written;
  const known = chain[0] === 'kong' ? pdkSuggestions(place, value, indexer) : globals(place, chain);
  const labels = new Set(known.map(({ label }) => label));
  return [...known, ...written.filter(({ label }) => !labels.has(label))];
}

function configurationFields(
  { request: { schema, t } }: CompletionPlace,
  names: readonly string[],
): Suggestion[] {
  return fieldsBelow(schema, names).map((field) => ({
    label: field.name,
    kind: 'field',
    note: typeOf(field.spec, t),
    documentation: fieldPage(['conf', ...names, field.name].join('.'), field, t),
    isLikely: true,
  }));
}

function pdkSuggestions(
  place: CompletionPlace,
  { path, chain = [] }: PathValue,
  indexer: '.' | ':',
): Suggestion[] {
  const { request, cursor } = place;
  if (request.leavePdk) return [];
  const phases = phasesAt(cursor.source, cursor.word[0]);
  return [...pdkMembers(path)].flatMap((name): Suggestion[] => {
    const [full, members] = [`${path}.${name}`, [...chain, name]];
    const text = pdkText(full);
    if (isNowhere(members, request) || (text !== undefined && isForCore(text))) return [];
    const refusal = memberRefusal(members, phases, request);
    const page = pdkPage(full, request.t);
    const common = {
      label: name,
      ...(page !== undefined && { documentation: page }),
      ...(refusal !== undefined && { refusal }),
    };
    if (text?.isFunction !== true) {
      const opens = isPdkNamespace(full) && indexer === '.';
      return [{ ...common, kind: opens ? 'module' : 'field' }];
    }
    return [{ ...common, kind: 'function', signature: pdkSignature(text), ...callOf(place, text) }];
  });
}

/** Brackets behind the name, with the cursor between them where something belongs there. */
function callOf(
  place: CompletionPlace,
  { name, parameters }: { readonly name: string; readonly parameters: readonly string[] },
): Pick<Suggestion, 'snippet' | 'shows'> {
  if (isCalled(place)) return {};
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (parameters.length === 0) return { snippet: `${last}()$0` };
  return { snippet: `${last}($0)`, shows: 'parameters' };
}

/** Members of `ngx` and of Lua's own tables. */
function globals({ request, cursor }: CompletionPlace, chain: readonly string[]): Suggestion[] {
  if (request.leaveLua && chain[0] !== 'ngx') return [];
  const phases = phasesAt(cursor.source, cursor.word[0]);
  return knownMembers(chain).flatMap((name): Suggestion[] => {
    const members = [...chain, name];
    if (isNowhere(members, request)) return [];
    const refusal = memberRefusal(members, phases, request);
    const isTable = knownMembers(members).length > 0;
    return [
      {
        label: name,
        kind: isTable ? 'module' : /^[A-Z_]+$/.test(name) ? 'value' : 'field',
        ...(refusal !== undefined && { refusal }),
      },
    ];
  });
}

function typedefSuggestions(): Suggestion[] {
  return Object.entries(typedefs).map(([name, { type }]) => ({
    label: name,
    kind: 'value',
    note: String(type),
    ...(typedefWords.has(name) && { documentation: typedefWords.get(name) ?? '' }),
  }));
}

/** What the file itself puts into a table. */
function ownMembers({ fields }: TableValue): Suggestion[] {
  const names = [...fields.keys()].filter(
    (name) => name !== placeholder && /^[A-Za-z_]\w*$/.test(name),
  );
  return names.map((label) => ({ label, kind: 'field' }));
}
