local Greeter = { PRIORITY = 800, VERSION = "1.0.0" }

function Greeter:header_filter(conf)
  kong.response.set_header("X-Greeting", conf.greeting)
end

return Greeter
