// What the PDK's functions take, give and do, in one line each, for completion, hover and signature help.
// Origin: the compilation ../shared/lua/pdk.json, made from Kong/kong kong/pdk @22246ef28c16 and Kong/developer.konghq.com @bc1cd74260f0.
// Below the name of a table stand its members: `name(parameter: type, optional?: type) -> result, result -- description`.

export const pdkTexts = `
kong
cache -- Cluster-aware cache object (get, probe, invalidate ...).
cluster_events -- Events between nodes.
configuration -- Read-only view of the node configuration.
db -- Data access objects.
dns -- DNS client (resolve, toip).
log(...) -- Writes a log line at notice level with plugin namespace.
version -- Version text of the node.
version_num -- Version of the node as one integer.
worker_events -- Events between workers of one node.
kong.client
authenticate(consumer: table|nil, credential: table|nil) -- Marks the request as authenticated by the given consumer and/or credential.
authenticate_consumer_group_by_consumer_id(consumer_id: string|nil) -- Looks up the consumer's groups and attaches them to the request.
get_aws_vpce_id() -> string|nil, string|nil -- VPC endpoint id of the caller when the PROXY header came from AWS PrivateLink.
get_consumer() -> table -- Consumer entity attached to the request, or nil.
get_consumer_group() -> table|nil -- First consumer group attached to the request, or nil.
get_consumer_groups() -> table|nil -- All consumer groups attached to the request.
get_credential() -> string -- Credential entity that authenticated the request, or nil.
get_forwarded_ip() -> string -- Client address, honouring trusted forwarding headers.
get_forwarded_port() -> number -- Client port, honouring trusted forwarding headers.
get_ip() -> string -- Address of the peer directly connected to the gateway.
get_jwt_token_header() -- Decoded JOSE header of the remembered JWT.
get_jwt_token_payload() -- Decoded claims of the remembered JWT.
get_port() -> number -- Port of the peer directly connected to the gateway.
get_protocol(allow_terminated?: boolean) -> string|nil, string|nil -- Protocol of the matched route (http, https, tcp ...); can accept TLS ended upstream of the gateway.
get_token() -- Access token remembered for this request.
load_consumer(consumer_id: string, search_by_username?: boolean) -> table|nil, string|nil -- Reads a consumer by id, optionally by username too.
set_authenticated_consumer_group(group: table|nil) -- Attaches one consumer group to the request.
set_authenticated_consumer_groups(groups: table|nil, opts?: table|nil) -- Attaches several consumer groups to the request.
set_token(token?: string|nil) -- Remembers an access token for this request.
kong.client.tls
disable_http2_alpn() -> true|nil, string|nil -- Keeps HTTP/2 out of ALPN for this handshake; documented up to 3.12.
disable_session_reuse() -> true|nil, string|nil -- Stops TLS session tickets/ids for this connection.
get_full_client_certificate_chain() -> string|nil, string|nil -- PEM chain the client sent in the handshake.
request_client_certificate(ca_certs?: userdata) -> true|nil, string|nil -- Asks the client for a certificate during the handshake.
set_client_verify(value) -- Overrides the value of the client-verification result variable.
kong.cluster
get_id() -> string|nil, string|nil -- Cluster id shared by the nodes (nil in DB-less).
kong.ctx
plugin -- Per-plugin, per-request scratch table.
shared -- Per-request scratch table visible to every plugin.
kong.enterprise_edition.jwe
decode(token: string) -> string, string -- Splits a JWE token into its parts.
decrypt(key: string|table, token: string) -> string, string -- Decrypts a JWE token with a private key.
encrypt(alg: string, enc: string, key: string|table, plaintext: string, options?: table) -> string, string -- Builds a JWE token from a plaintext.
kong.ip
is_trusted(address: string) -> boolean -- Whether an address is within trusted_ips.
kong.log
alert(...) -- Log at alert level.
crit(...) -- Log at critical level.
debug(...) -- Log at debug level.
deprecation(...) -- Log a deprecation notice (message, options after/removal).
emerg(...) -- Log at emergency level.
err(...) -- Log at error level.
info(...) -- Log at info level.
inspect(...) -- Pretty-prints its arguments to the debug log.
notice(...) -- Log at notice level.
serialize() -> table -- Builds the JSON-ready record the logging plugins send.
set_format(fmt) -- Core use only.
set_serialize_value(key: string, value: number|string|boolean|table, options?: table) -> table -- Adds, changes or removes a key of the serialized record.
warn(...) -- Log at warning level.
kong.log.inspect
off() -- Silences inspect for this facility.
on() -- Re-enables inspect for this facility.
kong.nginx
get_statistics() -> table -- Connection and request counters of the node.
get_subsystem() -> string -- "http" or "stream".
kong.node
get_hostname() -> string -- Host name of the node.
get_id() -> string -- UUID of the node.
get_memory_stats(unit?: string, scale?: number) -> table -- Shared-dict and Lua VM memory figures.
kong.plugin
get_id() -> string -- Id of the running plugin instance.
kong.request
get_body(mimetype?: string, max_args?: number, max_allowed_file_size?: number, multipart_include_headers?: boolean) -> table|nil, string|nil, string|nil -- Parsed request body (form, JSON or multipart); needs the body in memory.
get_forwarded_host() -> string -- Host, honouring X-Forwarded-Host from trusted peers.
get_forwarded_path() -> string -- Path, honouring X-Forwarded-Path from trusted peers.
get_forwarded_port() -> number -- Port, honouring X-Forwarded-Port from trusted peers.
get_forwarded_prefix() -> string|nil -- Prefix stripped from the path, honouring X-Forwarded-Prefix.
get_forwarded_scheme() -> string -- Scheme, honouring X-Forwarded-Proto from trusted peers.
get_header(name: string) -> string|nil -- One request header (first value).
get_headers(max_headers?: number) -> table -- All request headers, up to a maximum.
get_host() -> string -- Host component of the request URL.
get_http_version() -> number|nil -- HTTP version as a number.
get_id() -> string -- Request id (same as the X-Kong-Request-Id value).
get_method() -> string -- HTTP method in upper case.
get_path() -> string -- Normalised path without the query.
get_path_with_query() -> string -- Path plus query string as sent.
get_port() -> number -- Port component of the request URL.
get_query(max_args?: number) -> table -- Query arguments as a table, up to a maximum.
get_query_arg(name: string) -> string|boolean|nil -- One query argument.
get_raw_body(max_allowed_file_size?: number) -> string|nil, string|nil -- Request body text; nil when it was spooled to disk.
get_raw_forwarded_path() -> string -- Un-normalised path, honouring forwarded headers.
get_raw_headers() -> table|nil, string|nil -- Request header block as received.
get_raw_path() -> string -- Path as sent, not normalised.
get_raw_query() -> string -- Query string as sent.
get_scheme() -> string -- Scheme of the request URL.
get_start_time() -> number -- Request start, in milliseconds since the epoch.
get_uri_captures() -> table -- Regex captures of the matched route path.
kong.response
add_header(name: string, value: string|number|boolean|table) -- Adds a response header value without removing others.
clear_header(name: string) -- Removes a response header.
error(status: number, message?: string, headers?: table) -- Ends the request with an error body in the client's preferred format; in header_filter only without a body.
exit(status: number, body?: table|string, headers?: table) -- Ends the request now with status, body and headers; in header_filter only without a body.
get_header(name: string) -> string|nil -- One response header as it will be sent.
get_headers(max_headers?: number) -> table, string -- Response headers as they will be sent, up to a maximum.
get_raw_body() -> string -- Collected response body; nil until the last chunk.
get_source() -> string -- Who produced the response: service, exit or error.
get_status() -> number -- Status code as it will be sent.
set_header(name: string, value: string|number|boolean|table) -- Sets one response header.
set_headers(headers: table) -- Sets several response headers.
set_raw_body(body: string) -- Replaces the response body.
set_status(status: number) -- Changes the response status.
kong.router
get_route() -> table -- Route entity that matched.
get_service() -> table -- Service entity that matched.
kong.service
enable_recording_upstream_ssl() -- Asks the gateway to keep upstream TLS details.
set_retries(retries: number) -- Overrides the retry count of the service.
set_target(host: string, port: number) -- Sets upstream host and port for this request.
set_target_retry_callback(retry_callback) -- Callback used to choose the next target on retry.
set_timeouts(connect_timeout: number, write_timeout: number, read_timeout: number) -- Overrides connect, write and read timeouts (ms).
set_tls_cert_key(chain: userdata, key: userdata) -> boolean|nil, string|nil -- Client certificate to present upstream.
set_tls_verify(on: boolean) -> boolean|nil, string|nil -- Turns upstream certificate checking on or off.
set_tls_verify_depth(depth: number) -> boolean|nil, string|nil -- Maximum chain depth for upstream checking.
set_tls_verify_store(store: table) -> boolean|nil, string|nil -- Trust store for upstream checking.
set_upstream(host: string) -> boolean|nil, string|nil -- Selects an Upstream entity to balance to.
kong.service.request
add_header(header: string, value: string|number|boolean|table) -- Adds a header value to the upstream request.
clear_header(header: string) -- Removes a header from the upstream request.
clear_query_arg(name: string) -- Removes a query argument from the upstream request.
disable_tls() -> boolean|nil, string|nil -- Sends this connection upstream without TLS (stream).
enable_buffering() -- Turns on buffered proxying so the body is readable early.
enable_tls() -- Sends this connection upstream with TLS (stream).
set_authentication_headers(consumer?: table|nil, credential_id?: string|nil, group_names?: table|nil, opts?: table|nil) -> nil -- Sets the usual consumer/credential headers upstream.
set_body(args: table, mimetype?: string) -> boolean|nil, string|nil -- Encodes a table and sets it as the upstream body.
set_header(header: string, value: string|number|boolean|table) -- Sets an upstream request header.
set_headers(headers: table) -- Sets several upstream request headers.
set_method(method: string) -- Changes the upstream method.
set_path(path: string) -- Changes the upstream path.
set_query(args: table) -- Sets upstream query arguments from a table.
set_raw_body(body: string) -- Sets upstream body text.
set_raw_query(query: string) -- Sets upstream query text.
set_scheme(scheme: string) -- Changes the upstream scheme.
kong.service.response
get_body(mimetype?: string, max_args?: number, decompressed?: boolean) -> table|nil, string|nil, string|nil -- Parsed upstream body (needs buffering).
get_header(name: string) -> string|nil -- One upstream response header.
get_headers(max_headers?: number) -> table, string -- Upstream response headers, up to a maximum.
get_raw_body() -> string -- Upstream body text (needs buffering).
get_status() -> number|nil -- Upstream status code, or nil.
set_body(body: string) -- Replaces the buffered upstream body.
kong.table
clear(tab: table) -- Empties a table in place.
merge(t1?: table, t2?: table) -> table -- New table with the keys of both arguments.
new(narr?: number, nrec?: number) -> table -- Pre-sized table.
kong.telemetry
log(plugin_name: string, plugin_config: table, message_type: string, message: string, attributes: table) -- Emits an OpenTelemetry log record.
kong.tracing
active_span() -> table -- Span currently active.
create_span(...) -- Creates a span without starting from the active one.
get_probability_sampling_decision(trace_id: string, sampling_rate: number) -> boolean -- Sampling decision for a rate and trace id.
get_root_span() -- Root span of the request.
get_sampling_decision(parent_should_sample: boolean, plugin_sampling_rate: number, plugin_sampling_strategy: string) -> boolean -- Combined sampling decision.
get_spans() -- Spans collected so far.
init_spans() -- Prepares the span list of the request.
link_span(...) -- Attaches a span to the tracer.
process_span(processor: function) -- Runs a callback over every span.
set_active_span(span: table) -- Makes a span the active one.
set_should_sample(should_sample: boolean) -- Forces the sampling flag.
start_span(name: string, options: table) -> table -- Starts a child of the active span.
kong.vault
flush() -- Core use only.
get(reference: string) -> string|nil, string|nil -- Resolves a vault reference.
init_worker() -- Core use only.
is_reference(reference: string) -> boolean -- Whether a text is a vault reference.
parse_reference(reference: string) -> table|nil, string|nil -- Splits a vault reference into its parts.
try(callback: function, options: table) -> string|nil, string|nil -- Runs a callback, retrying once with refreshed secrets.
update(options: table) -> table -- Refreshes resolved secrets within a config table.
warmup(input) -- Core use only.
kong.websocket.client
close(status?: number, message?: string, upstream_status?: number, upstream_payload?: string) -- Closes both sides with chosen codes.
drop_frame() -- Drops the frame in flight.
get_frame() -> string, string, number -- Payload, type and status of the frame in flight.
set_frame_data(data: string) -- Replaces the payload of the frame in flight.
set_max_payload_size(size?: integer) -- Largest message accepted from the client; documented up to 3.14.
set_status(status: number) -- Changes the status code of a close frame.
kong.websocket.upstream
close(status?: number, message?: string, client_status?: number, client_payload?: string) -- Closes both sides with chosen codes.
drop_frame() -- Drops the frame in flight.
get_frame() -> string, string, number -- Payload, type and status of the frame in flight.
set_frame_data(data: string) -- Replaces the payload of the frame in flight.
set_max_payload_size(size?: integer) -- Largest message accepted from upstream; documented up to 3.14.
set_status(status: number) -- Changes the status code of a close frame.
`;
