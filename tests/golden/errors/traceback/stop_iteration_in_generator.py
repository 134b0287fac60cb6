# StopIteration inside a generator becomes a RuntimeError.
def gen():
  yield next(iter([]))
list(gen())
