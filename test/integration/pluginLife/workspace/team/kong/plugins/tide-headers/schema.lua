local typedefs = require "kong.db.schema.typedefs"

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
