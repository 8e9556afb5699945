-- What an instance of the plugin can be configured with.

local typedefs = require "kong.db.schema.typedefs"

return {
  name = "stamp",
  fields = {
    { protocols = typedefs.protocols_http },
    {
      config = {
        type = "record",
        fields = {
          {
            header_name = typedefs.header_name {
              required = true,
              default = "X-Answered-By",
              description = "The response header to set.",
            },
          },
          {
            prefix = {
              type = "string",
              required = true,
              default = "gateway/",
              description = "What the header's value starts with.",
            },
          },
          {
            stamp_gateway_answers = {
              type = "boolean",
              required = true,
              default = false,
              description = "Whether to stamp answers that the gateway gives by itself, such as errors.",
            },
          },
        },
      },
    },
  },
}
