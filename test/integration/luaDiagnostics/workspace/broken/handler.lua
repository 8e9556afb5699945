local at = ngx.timer.at
local Broken = { PRIORITY = "high" }

function Broken:init_worker()
  at(0, function() end)
end

return Broken
