# The main script's __name__ and other module names.
print(__name__, __doc__)
print(type(__builtins__).__name__ in ("module", "dict"))
if __name__ == "__main__":
  print("run as a script")
print(sorted(k for k in globals() if k in ("__name__", "__file__", "__spec__")))
