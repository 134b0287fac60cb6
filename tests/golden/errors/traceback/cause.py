# raise ... from: the direct cause comes first.
def load():
  try:
    return {}["name"]
  except KeyError as error:
    raise RuntimeError("cannot load") from error
load()
