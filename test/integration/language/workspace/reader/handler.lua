local Plugin = { PRIORITY = 1000, VERSION = "1.0.0" }
local req = kong.request

local function refuse()
  return kong.response.exit(403)
end

function Plugin:access(conf)
  if conf.retry.count > 3 then
    return refuse()
  end
  kong.log.debug(conf.url, req.get_header("x"))
end

return Plugin
