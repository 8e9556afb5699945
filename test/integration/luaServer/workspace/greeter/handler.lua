local Plugin = { PRIORITY = 1000, VERSION = "1.0.0" }

function Plugin:access(conf)
  local unused = 1
  undefined_name()
  kong.request.get_header("x")
  ngx.timer.at(0, print)
end

return Plugin
