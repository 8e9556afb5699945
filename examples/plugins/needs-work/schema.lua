-- What an instance of the plugin can be configured with.

return {
  name = "needs-work",
  fields = {
    {
      config = {
        type = "record",
        fields = {
          {
            delay = {
              type = "number",
              required = true,
              default = 1,
              description = "Seconds to wait before a visit is reported.",
            },
          },
        },
      },
    },
  },
}
