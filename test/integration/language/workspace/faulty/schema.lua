return {
  name = "faulty",
  fields = {
    {
      config = {
        type = "record",
        fields = {
          { off = { type = "boolean" } },
        },
      },
    },
  },
}
