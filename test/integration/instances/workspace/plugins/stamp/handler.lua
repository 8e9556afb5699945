-- Adds a header to every response that tells where it came from: the upstream service, or the gateway itself.

local StampResponse = {
  PRIORITY = 870,
  VERSION = "1.0.0",
}

function StampResponse:header_filter(conf)
  local origin = kong.response.get_source()
  if origin ~= "service" and not conf.stamp_gateway_answers then
    return
  end
  kong.response.set_header(conf.header_name, conf.prefix .. origin)
end

return StampResponse
