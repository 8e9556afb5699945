// A phase that no protocol of the schema reaches never runs.
import { phaseMethods } from '../plugin/phases';
import { declaredProtocols } from '../plugin/protocols';
import type { Rule } from '../rule';

const http = ['http', 'https', 'grpc', 'grpcs'];
const stream = ['tcp', 'tls', 'tls_passthrough', 'udp'];
const webSocket = ['ws', 'wss'];

/** Protocols of which one must be allowed for the phase to run; phases that are not here run for all. */
const needed: Readonly<Record<string, readonly string[]>> = {
  rewrite: [...http, ...webSocket],
  access: http,
  response: http,
  header_filter: http,
  body_filter: http,
  preread: stream,
  certificate: ['https', 'grpcs', 'tls', 'tls_passthrough', 'wss'],
  ws_handshake: webSocket,
  ws_client_frame: webSocket,
  ws_upstream_frame: webSocket,
  ws_close: webSocket,
};

export const phaseProtocol: Rule = {
  name: 'phase-protocol',
  severity: 'warning',
  file: 'handler',
  *check({ module, values }, { t, schema }) {
    const declared = schema && declaredProtocols(schema);
    if (declared === undefined) return;
    const { protocols, at: place } = declared;
    for (const { phase, definition } of phaseMethods(module, values)) {
      const wanted = needed[phase];
      if (wanted === undefined || wanted.some((one) => protocols.includes(one))) continue;
      const [some, allowed] = [wanted.join('/'), protocols.join(', ')];
      const message = t('{0} needs protocol {1}, the schema allows {2}', phase, some, allowed);
      const related = [
        { file: 'schema' as const, at: place, message: t('the protocols are here') },
      ];
      yield { at: definition.at, message, related };
    }
  },
};
