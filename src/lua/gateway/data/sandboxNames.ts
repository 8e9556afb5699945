// What plugin code may use in each sandbox; everything else is nil there or refused by `require`.
// Origin: the compilation ../shared/lua/sandbox.json, made from Kong/kong kong/tools/sandbox @22246ef28c16 and Kong/developer.konghq.com app/gateway/sandboxing.md @bc1cd74260f0.
// A line is `prefix: names`; a name with `[*]` is a table with any members.

/** In every sandbox, also for schema.lua: plain Lua. */
export const luaNames = `
_VERSION assert error ipairs next pairs pcall print select tonumber tostring type unpack xpcall
bit: arshift band bnot bor bswap bxor lshift rol ror rshift tobit tohex
coroutine: create resume running status wrap yield
io: type
jit: arch os version version_num
math: abs acos asin atan atan2 ceil cos cosh deg exp floor fmod frexp huge ldexp log log10 max min modf pi pow rad random sin sinh sqrt tan tanh
os: clock date difftime time
string: byte char find format gmatch gsub len lower match rep reverse sub upper
table: clear clone concat foreach foreachi getn insert isarray isempty maxn move new nkeys pack remove sort unpack
`;

/** For handler.lua with `untrusted_lua = strict`, the default since 3.14. */
export const strictNames = `
kong: configuration[*] default_workspace log version version_num
kong.client: authenticate authenticate_consumer_group_by_consumer_id get_consumer get_consumer_group get_consumer_groups get_credential get_forwarded_ip get_forwarded_port get_identity_realm_source get_ip get_jwt_token_header get_jwt_token_payload get_port get_protocol get_token load_consumer set_authenticated_consumer_group set_authenticated_consumer_groups set_identity_realm_source set_token
kong.cluster: get_id
kong.ctx: plugin[*] shared[*]
kong.ip: is_trusted
kong.jwe: decode decrypt encrypt
kong.log: alert crit debug deprecation emerg err info inspect notice serialize set_serialize_value warn
kong.log.deprecation: write
kong.nginx: get_subsystem
kong.node: get_hostname get_id
kong.plugin: get_id
kong.request: get_body get_forwarded_host get_forwarded_path get_forwarded_port get_forwarded_prefix get_forwarded_scheme get_header get_headers get_host get_http_version get_id get_method get_path get_path_with_query get_port get_query get_query_arg get_raw_body get_raw_forwarded_path get_raw_path get_raw_query get_scheme get_start_time get_uri_captures
kong.response: add_header clear_header error exit get_header get_headers get_raw_body get_source get_status set_header set_headers set_raw_body set_status
kong.router: get_route get_service
kong.service.request: add_header clear_header clear_query_arg enable_buffering set_authentication_headers set_body set_header set_headers set_method set_path set_query set_raw_body set_raw_query set_scheme
kong.service.response: get_body get_header get_headers get_raw_body get_status
kong.table: clear merge new
kong.telemetry: log
kong.tracing: active_span create_span get_probability_sampling_decision get_root_span get_sampling_decision get_spans init_spans link_span process_span set_active_span set_should_sample start_span
ngx: AGAIN ALERT CRIT DEBUG DECLINED DONE EMERG ERR ERROR HTTP_ACCEPTED HTTP_BAD_GATEWAY HTTP_BAD_REQUEST HTTP_CLOSE HTTP_CONFLICT HTTP_CONTINUE HTTP_COPY HTTP_CREATED HTTP_DELETE HTTP_FORBIDDEN HTTP_GATEWAY_TIMEOUT HTTP_GET HTTP_GONE HTTP_HEAD HTTP_ILLEGAL HTTP_INSUFFICIENT_STORAGE HTTP_INTERNAL_SERVER_ERROR HTTP_LOCK HTTP_METHOD_NOT_IMPLEMENTED HTTP_MKCOL HTTP_MOVE HTTP_MOVED_PERMANENTLY HTTP_MOVED_TEMPORARILY HTTP_NOT_ACCEPTABLE HTTP_NOT_ALLOWED HTTP_NOT_FOUND HTTP_NOT_IMPLEMENTED HTTP_NOT_MODIFIED HTTP_NO_CONTENT HTTP_OK HTTP_OPTIONS HTTP_PARTIAL_CONTENT HTTP_PATCH HTTP_PAYMENT_REQUIRED HTTP_PERMANENT_REDIRECT HTTP_POST HTTP_PROPFIND HTTP_PROPPATCH HTTP_PUT HTTP_REQUEST_TIMEOUT HTTP_SEE_OTHER HTTP_SERVICE_UNAVAILABLE HTTP_SPECIAL_RESPONSE HTTP_SWITCHING_PROTOCOLS HTTP_TEMPORARY_REDIRECT HTTP_TOO_MANY_REQUESTS HTTP_TRACE HTTP_UNAUTHORIZED HTTP_UNLOCK HTTP_UPGRADE_REQUIRED HTTP_VERSION_NOT_SUPPORTED INFO NOTICE OK STDERR WARN arg[*] cookie_time crc32_long crc32_short ctx[*] decode_args decode_base64 encode_args encode_base64 eof escape_uri exit flush get_phase get_raw_phase header[*] headers_sent hmac_sha1 http_time is_subrequest localtime log md5 md5_bin now null parse_http_time print quote_sql_str redirect say send_headers sha1_bin sleep status time today unescape_uri update_time utctime var[*]
ngx.config: nginx_version ngx_lua_version subsystem
ngx.re: find gmatch gsub match sub
ngx.req: append_body clear_header discard_body finish_body get_body_data get_headers get_method get_post_args get_uri_args http_version init_body is_internal raw_header read_body set_body_data set_header set_method set_uri set_uri_args socket start_time
ngx.resp: get_headers
ngx.worker: count exiting id pid pids
`;

/** For handler.lua only with `untrusted_lua = lax`. */
export const laxNames = `
kong.cache: get get_bulk invalidate invalidate_local probe renew safe_set
kong.client: get_aws_vpce_id
kong.client.tls: disable_session_reuse get_full_client_certificate_chain request_client_certificate set_client_verify
kong.db.certificates: cache_key select select_by_cache_key
kong.db.consumers: cache_key select select_by_cache_key select_by_custom_id select_by_username select_by_username_ignore_case
kong.db.keys: cache_key select select_by_cache_key select_by_name
kong.db.plugins: cache_key select select_by_cache_key select_by_instance_name
kong.db.routes: cache_key select select_by_cache_key select_by_name
kong.db.services: cache_key select select_by_cache_key select_by_name
kong.db.snis: cache_key select select_by_cache_key select_by_name
kong.db.targets: cache_key select select_by_cache_key select_by_target
kong.db.upstreams: cache_key select select_by_cache_key select_by_name
kong.dns: resolve toip
kong.nginx: get_statistics
kong.node: get_memory_stats
kong.service: enable_recording_upstream_ssl set_retries set_target set_target_retry_callback set_timeouts set_tls_cert_key set_tls_verify set_tls_verify_depth set_tls_verify_store set_upstream
kong.vault: get is_reference parse_reference try update
kong.websocket.client: close drop_frame get_frame set_frame_data set_max_payload_size set_status
kong.websocket.upstream: close drop_frame get_frame set_frame_data set_max_payload_size set_status
ngx.config: debug
ngx.location: capture capture_multi
ngx.req: get_body_file set_body_file
ngx.socket: connect stream tcp udp
ngx.thread: kill spawn wait
`;

/** Modules in every sandbox. */
export const luaModules = `
bit
string: buffer
table: clear clone isarray isempty new nkeys
`;

/** Modules for handler.lua in `strict`. */
export const strictModules = `
argon2 bcrypt cjson lyaml tablepool version xmlua
cjson: safe
kong: constants meta
kong.tools: cjson gzip ip jose json mime_type rand sha1 sha256 string table time timestamp uri utils uuid yield
ngx: base64 re req resp semaphore
pl: stringx tablex
resty: ada aes cookie evp hmac ipmatcher jit-uuid jwt jwt-validators lock lrucache md5 openssl passwdqc random sha sha1 sha224 sha256 sha384 sha512 string upload
resty.ada: search
resty.core: time
resty.lrucache: pureffi
resty.openssl: asn1 bn cipher ctx dh digest ec ecx err hmac kdf mac objects param pkcs12 pkey provider rand rsa ssl ssl_ctx stack version x509
resty.openssl.x509: altname chain crl csr extension name revoked store
resty.openssl.x509.extension: dist_points info_access
socket: url
`;

/** Modules for handler.lua only in `lax`. */
export const laxModules = `
pgmoon
kong: concurrency
kong.enterprise_edition.tools.redis: v2
pgmoon: arrays hstore
resty: aws azure gcp http http_connect http_headers jq memcached mysql redis rediscluster session xmodem
resty.aws: config utils
resty.aws.credentials: ChainableTemporaryCredentials CredentialProviderChain Credentials EC2MetadataCredentials EnvironmentCredentials RemoteCredentials SharedFileCredentials TokenFileWebIdentityCredentials
resty.aws.raw-api: region_config_data
resty.aws.request: build execute sign validate
resty.aws.request.signatures: none presign utils v4
resty.aws.service.rds: signer
resty.azure: config utils
resty.azure.api: auth certificates keys keyvault secrets
resty.azure.api.request: build execute
resty.azure.api.response: handle
resty.azure.credentials: ClientCredentials Credentials ManagedIdentityCredentials WorkloadIdentityCredentials
resty.dns: resolver
resty.gcp.request: discovery
resty.gcp.request.credentials: accesstoken
`;

/** Modules for schema.lua beside `luaModules`. */
export const schemaModules = `
kong.db.schema: typedefs
kong.enterprise_edition.tools.redis: v2
kong.enterprise_edition.tools.redis.v2: schema
kong.tools.redis: schema
`;

/** Globals of Lua that no sandbox has. */
export const missingGlobals = `
collectgarbage debug dofile ffi gcinfo getfenv getmetatable load loadfile loadstring module newproxy package rawequal rawget rawlen rawset setfenv setmetatable
`;
