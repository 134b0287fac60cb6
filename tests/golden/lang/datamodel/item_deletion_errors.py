# Items that cannot be deleted or assigned.
for name, value in {"str": "a", "tuple": (1,), "int": 5, "range": range(3), "None": None, "bytes": b"a", "object": object()}.items():
  for statement in ("del value[0]", "value[0] = 1", "del value['k']"):
    try:
      exec(statement)
    except TypeError as error:
      print(name, "|", error)
