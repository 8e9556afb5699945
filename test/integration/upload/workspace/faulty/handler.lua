local Faulty = { PRIORITY = 800, VERSION = "1.0.0" }

function Faulty:init_worker()
end

return Faulty
