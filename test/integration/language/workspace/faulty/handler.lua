local Plugin = { PRIORITY = 1000, VERSION = "1.0.0" }

function Plugin.access(conf)
  if conf.off then
    kong.response:exit(403)
  end
  ngx.timer.at(0, print)
end

return Plugin
