-- Works on a gateway of your own, but not as a streamed plugin: open it to see what the checks say.

local start_timer = ngx.timer.at

local NeedsWork = {
  PRIORITY = 860,
}

local function report(_, path)
  kong.log.notice("visited: ", path)
end

function NeedsWork:init_worker()
  kong.log.info("ready")
end

function NeedsWork:log(conf)
  start_timer(conf.delay, report, kong.request.get_path())
end

return NeedsWork
