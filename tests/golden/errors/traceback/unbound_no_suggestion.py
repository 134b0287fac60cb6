# An unbound local: its name is known, so nothing is suggested.
def counter():
  count += 1


counter()
