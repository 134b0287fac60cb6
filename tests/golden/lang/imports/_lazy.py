real = "real"
def __getattr__(name):
  if name.startswith("no"): raise AttributeError(f"lazy has no {name}")
  return f"made {name}"
