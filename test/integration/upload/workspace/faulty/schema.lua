return {
  name = "faulty",
  fields = {
    { config = {
      type = "record",
      fields = {
        { greeting = { type = "string", default = "Grüß Gott" } },
      },
    } },
  },
}
