return {
  name = "reader",
  fields = {
    {
      config = {
        type = "record",
        fields = {
          { url = { type = "string", description = "Where the greeting goes." } },
          { retry = { type = "record", fields = { { count = { type = "integer", default = 3 } } } } },
        },
      },
    },
  },
}
