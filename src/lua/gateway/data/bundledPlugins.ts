// Names of the plugins that come with the gateway.
// Origin: the compilation ../shared/lua/bundled_priorities.json, made from Kong/developer.konghq.com app/_data/plugins/priorities @bc1cd74260f0.
// A line is `first-last: names`, the first and last documented gateway version that has them.

export const bundledPlugins = `
3.4-3.7: application-registration
3.4-3.15: acl acme app-dynamics aws-lambda azure-functions basic-auth bot-detection canary correlation-id cors datadog degraphql exit-transformer file-log forward-proxy graphql-proxy-cache-advanced graphql-rate-limiting-advanced grpc-gateway grpc-web hmac-auth http-log ip-restriction jq jwe-decrypt jwt jwt-signer kafka-log kafka-upstream key-auth key-auth-enc ldap-auth ldap-auth-advanced loggly mocking mtls-auth oas-validation oauth2 oauth2-introspection opa openid-connect opentelemetry post-function pre-function prometheus proxy-cache proxy-cache-advanced rate-limiting rate-limiting-advanced request-size-limiting request-termination request-transformer request-transformer-advanced request-validator response-ratelimiting response-transformer response-transformer-advanced route-by-header route-transformer-advanced saml session statsd statsd-advanced syslog tcp-log tls-handshake-modifier tls-metadata-headers udp-log upstream-timeout vault-auth websocket-size-limit websocket-validator xml-threat-protection zipkin
3.7-3.15: ai-azure-content-safety ai-prompt-decorator ai-prompt-guard ai-prompt-template ai-proxy ai-rate-limiting-advanced ai-request-transformer ai-response-transformer
3.8-3.15: ai-proxy-advanced ai-semantic-cache ai-semantic-prompt-guard confluent header-cert-auth json-threat-protection standard-webhooks upstream-oauth
3.9-3.15: injection-protection redirect service-protection
3.10-3.15: ai-rag-injector ai-sanitizer confluent-consume kafka-consume request-callout
3.11-3.15: ai-aws-guardrails ai-prompt-compressor datakit solace-upstream
3.12-3.15: ace ai-gcp-model-armor ai-llm-as-judge ai-mcp-oauth2 ai-mcp-proxy ai-semantic-response-guard konnect-application-auth solace-consume solace-log
3.13-3.15: ai-lakera-guard
3.14-3.15: ai-a2a-proxy ai-custom-guardrail metering-and-billing
`;
