// The methods that Kong calls, ready to be filled in.
import { requestPhases } from '../../plugin/phases';
import type { TableValue } from '../../values/value';
import type { Suggestion } from '../request';
import { type CompletionPlace, isCalled } from './place';

const common = ['access', 'rewrite', 'header_filter', 'body_filter', 'response', 'log'] as const;
/** The phases of HTTP requests first. */
const byUse: readonly string[] = [...new Set([...common, ...requestPhases])];

/** After `function Plugin:`, and where a new function may begin. */
export function phaseSuggestions(place: CompletionPlace): Suggestion[] {
  const { cursor, request } = place;
  const { source } = cursor;
  const isNew = !cursor.isFunctionName;
  if (isNew && !(cursor.isStatement && cursor.isOutermost)) return [];
  const owner = isNew ? nameOfPlugin(place) : undefined;
  if (isNew ? owner === undefined : place.parent?.type !== 'MemberExpression') return [];
  return byUse
    .filter((phase) => !source.module?.fields.has(phase))
    .map((phase, rank) => {
      const refusal = responseRefusal(phase, source.module, request.t);
      const head = isNew ? `function ${owner}:` : '';
      const rest = isCalled(place) ? '' : `(\${1:conf})\n  $0\nend`;
      return {
        label: `${head}${phase}`,
        kind: 'phase',
        note: request.t('phase'),
        documentation: whenItRuns(phase, request.t),
        snippet: `${head}${phase}${rest}`,
        isLikely: true,
        rank: rank + 1,
        ...(refusal !== undefined && { refusal }),
      };
    });
}

/** The name of the table that the file returns, or is about to return. */
function nameOfPlugin({ cursor: { source } }: CompletionPlace): string | undefined {
  const [returned] = source.returned?.arguments ?? [];
  if (returned?.type === 'Identifier') return returned.name;
  const tables = source.variables.filter(
    ({ init, owner }) => init?.type === 'TableConstructorExpression' && owner === source.notes.main,
  );
  return tables[0]?.name;
}

/** Kong does not load a plugin that has `response` and one of the filters. */
function responseRefusal(
  phase: string,
  module: TableValue | undefined,
  t: CompletionPlace['request']['t'],
): string | undefined {
  const others = phase === 'response' ? ['header_filter', 'body_filter'] : ['response'];
  const isFilter = phase === 'header_filter' || phase === 'body_filter';
  if (phase !== 'response' && !isFilter) return undefined;
  const other = others.find((name) => module?.fields.has(name));
  return other && t('Not together with {0}: the plugin would not load.', other);
}

export function whenItRuns(phase: string, t: CompletionPlace['request']['t']): string {
  switch (phase) {
    case 'certificate':
      return t('While the TLS certificate is chosen.');
    case 'rewrite':
      return t('Before a route is found; for global plugins only.');
    case 'access':
      return t('For every request, before it goes to the upstream service.');
    case 'response':
      return t('With the whole response in memory, in place of header_filter and body_filter.');
    case 'header_filter':
      return t('When the headers of the response are there.');
    case 'body_filter':
      return t('For each piece of the body of the response.');
    case 'log':
      return t('After the response has been sent.');
    case 'preread':
      return t('For each TCP, TLS or UDP connection.');
    case 'init_worker':
      return t('When a worker starts; streamed plugins have none.');
    case 'configure':
      return t('When the configuration changes (gateway 3.4 and later).');
    case 'ws_handshake':
      return t('For the handshake of a WebSocket connection.');
    case 'ws_client_frame':
      return t('For each WebSocket message from the client.');
    case 'ws_upstream_frame':
      return t('For each WebSocket message from the upstream service.');
    default:
      return t('When a WebSocket connection is closed.');
  }
}
