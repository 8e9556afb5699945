return {
  name = "greeter",
  fields = {
    { config = {
      type = "record",
      fields = {
        { greeting = { type = "string", default = "Grüß Gott" } },
      },
    } },
  },
}
