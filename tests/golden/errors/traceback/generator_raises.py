# An exception inside a generator passes through the loop that drives it.
def gen():
  yield 1
  raise ValueError("in the generator")
def drive():
  for x in gen():
    print(x)
drive()
