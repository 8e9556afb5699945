// The functions and fields of the PDK, the phases in which each may be used, and since when it is documented.
// Origin: the compilation ../shared/lua/pdk.json, made from Kong/kong kong/pdk @22246ef28c16 and Kong/developer.konghq.com @bc1cd74260f0.
// A line is `prefix: entries`; an entry is name, `.` or `:` for how it is called (nothing for a field), the letters of
// its phases (`*`: any; none: not known), and `@n` where its documentation begins with gateway 3.n instead of 3.4.

export const phaseLetters: Readonly<Record<string, string>> = {
  certificate: 'c',
  rewrite: 'w',
  access: 'a',
  response: 's',
  header_filter: 'h',
  body_filter: 'b',
  log: 'l',
  preread: 'p',
  init_worker: 'i',
  ws_handshake: 'H',
  ws_client_frame: 'C',
  ws_upstream_frame: 'U',
  ws_close: 'X',
};

export const pdkNames = `
kong: cache* cluster_events* configuration* db* dns* log.* version* version_num* worker_events*
kong.client: authenticate.a authenticate_consumer_group_by_consumer_id.a@8 get_aws_vpce_id.cwashbl@12 get_consumer.ashbl get_consumer_group.ashbl@8 get_consumer_groups.ashbl@8 get_credential.ashbl get_forwarded_ip.cwashblp get_forwarded_port.cwashblp get_ip.cwashblp get_jwt_token_header.ashblHCUX@14 get_jwt_token_payload.ashblHCUX@14 get_port.cwashblp get_protocol.ashbl get_token.ashblHCUX@14 load_consumer.ashbl set_authenticated_consumer_group.ashbl@8 set_authenticated_consumer_groups.ashbl@8 set_token.ashblHCUX@14
kong.client.tls: disable_http2_alpn.@9 disable_session_reuse.c get_full_client_certificate_chain.washbl request_client_certificate.c set_client_verify.was
kong.cluster: get_id.*
kong.ctx: plugin* shared*
kong.enterprise_edition.jwe: decode.* decrypt.* encrypt.*
kong.ip: is_trusted.icwashbl
kong.log: alert.* crit.* debug.* deprecation.* emerg.* err.* info.* inspect.* notice.* serialize.l set_format.* set_serialize_value.cwashbl warn.*
kong.log.inspect: off.* on.*
kong.nginx: get_statistics.* get_subsystem.*
kong.node: get_hostname.* get_id.* get_memory_stats.*
kong.plugin: get_id.washbl
kong.request: get_body.was get_forwarded_host.washbl get_forwarded_path.washbl get_forwarded_port.washbl get_forwarded_prefix.washbl get_forwarded_scheme.washbl get_header.washbl get_headers.washbl get_host.washbl get_http_version.washbl get_id.washbl@12 get_method.washbl get_path.* get_path_with_query.washbl get_port.cwashblp get_query.washbl get_query_arg.washbl get_raw_body.was get_raw_forwarded_path.washbl@11 get_raw_headers.washbl@15 get_raw_path.washbl get_raw_query.washbl get_scheme.washbl get_start_time.washbl get_uri_captures.washbl
kong.response: add_header.wash clear_header.wash error.washp exit.washp get_header.shbl get_headers.shbl get_raw_body.sb get_source.shbl get_status.shbl set_header.wash set_headers.wash set_raw_body.sb set_status.wash
kong.router: get_route.ashbl get_service.ashbl
kong.service: enable_recording_upstream_ssl.wa@12 set_retries.aH@8 set_target.wap set_target_retry_callback.a set_timeouts.aH@8 set_tls_cert_key.wap set_tls_verify.wap set_tls_verify_depth.wap set_tls_verify_store.wap set_upstream.a
kong.service.request: add_header.wa clear_header.wa clear_query_arg.wa@9 disable_tls.p enable_buffering.wa enable_tls.p set_authentication_headers.wa@13 set_body.wa set_header.wa set_headers.wa set_method.wa set_path.wa set_query.wa set_raw_body.wa set_raw_query.wa set_scheme.wa
kong.service.response: get_body.shbl get_header.shbl get_headers.shbl get_raw_body.shbl get_status.shbl set_body.s@12
kong.table: clear.* merge.* new.*
kong.telemetry: log.washbl@8
kong.tracing: active_span.* create_span.* get_probability_sampling_decision.*@11 get_root_span.* get_sampling_decision:*@7 get_spans.* init_spans.* link_span.* process_span.l set_active_span.* set_should_sample:* start_span.*
kong.vault: flush.* get.* init_worker.* is_reference.* parse_reference.* try.* update.* warmup.*
kong.websocket.client: close.C drop_frame.C get_frame.C set_frame_data.C set_max_payload_size.H@13 set_status.C
kong.websocket.upstream: close.U drop_frame.U get_frame.U set_frame_data.U set_max_payload_size.H@13 set_status.U
`;
