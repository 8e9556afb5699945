// The plugins that come with the gateway, by name.
// Origin: Kong/developer.konghq.com app/_data/plugins/priorities, version 3.15.

const bundled: ReadonlySet<string> = new Set(
  `ace acl acme ai-a2a-proxy ai-aws-guardrails ai-azure-content-safety ai-custom-guardrail ai-gcp-model-armor
  ai-lakera-guard ai-llm-as-judge ai-mcp-oauth2 ai-mcp-proxy ai-prompt-compressor ai-prompt-decorator
  ai-prompt-guard ai-prompt-template ai-proxy ai-proxy-advanced ai-rag-injector ai-rate-limiting-advanced
  ai-request-transformer ai-response-transformer ai-sanitizer ai-semantic-cache ai-semantic-prompt-guard
  ai-semantic-response-guard app-dynamics aws-lambda azure-functions basic-auth bot-detection canary confluent
  confluent-consume correlation-id cors datadog datakit degraphql exit-transformer file-log forward-proxy
  graphql-proxy-cache-advanced graphql-rate-limiting-advanced grpc-gateway grpc-web header-cert-auth hmac-auth
  http-log injection-protection ip-restriction jq json-threat-protection jwe-decrypt jwt jwt-signer
  kafka-consume kafka-log kafka-upstream key-auth key-auth-enc konnect-application-auth ldap-auth
  ldap-auth-advanced loggly metering-and-billing mocking mtls-auth oas-validation oauth2 oauth2-introspection
  opa openid-connect opentelemetry post-function pre-function prometheus proxy-cache proxy-cache-advanced
  rate-limiting rate-limiting-advanced redirect request-callout request-size-limiting request-termination
  request-transformer request-transformer-advanced request-validator response-ratelimiting response-transformer
  response-transformer-advanced route-by-header route-transformer-advanced saml service-protection session
  solace-consume solace-log solace-upstream standard-webhooks statsd statsd-advanced syslog tcp-log
  tls-handshake-modifier tls-metadata-headers udp-log upstream-oauth upstream-timeout vault-auth
  websocket-size-limit websocket-validator xml-threat-protection zipkin`.split(/\s+/),
);

export function isBundled(name: string): boolean {
  return bundled.has(name);
}

/** Those that may be cloned under another name. */
export const cloneable: ReadonlySet<string> = new Set(
  `acl datakit file-log http-log ip-restriction key-auth opa openid-connect pre-function post-function
  request-transformer request-transformer-advanced response-transformer response-transformer-advanced
  route-by-header tcp-log`.split(/\s+/),
);
