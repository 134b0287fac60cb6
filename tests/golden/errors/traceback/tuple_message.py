# An exception with several arguments.
raise ValueError("a", 1, None)
