# No carets when the failing part is the whole line.
def fail():
  raise KeyError("k")
fail()
