// The Lua sources of the demo's own custom plugins.

export const tideHeaderHandler = `-- Tells customers the state of the tide at a station.
local TideHeaders = {
  PRIORITY = 900,
  VERSION = "1.2.0",
}

function TideHeaders:header_filter(config)
  local hour = tonumber(os.date("!%H"))
  local state = (hour % 12) < 6 and "rising" or "falling"
  kong.response.set_header(config.header, config.station .. ";" .. state)
end

return TideHeaders
`;

export const tideHeaderSchema = `local typedefs = require "kong.db.schema.typedefs"

return {
  name = "tide-headers",
  fields = {
    { protocols = typedefs.protocols_http },
    { config = {
        type = "record",
        fields = {
          { header = { type = "string", required = true, default = "X-Tide" } },
          { station = { type = "string", required = true } },
        },
    } },
  },
}
`;

export const requestSignerHandler = `-- Signs requests to our own services so that they know them for the gateway's.
local sha256 = require "resty.sha256"
local str = require "resty.string"

local RequestSigner = {
  PRIORITY = 750,
  VERSION = "0.4.1",
}

function RequestSigner:access(config)
  local digest = sha256:new()
  digest:update(config.key_id .. kong.request.get_path() .. ngx.time())
  kong.service.request.set_header("X-Signature", str.to_hex(digest:final()))
end

return RequestSigner
`;

export const requestSignerSchema = `return {
  name = "request-signer",
  fields = {
    { config = {
        type = "record",
        fields = {
          { key_id = { type = "string", required = true } },
          { header = { type = "string", default = "X-Signature" } },
        },
    } },
  },
}
`;
