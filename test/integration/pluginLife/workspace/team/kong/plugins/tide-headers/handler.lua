-- Tells customers the state of the tide at a station.
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
