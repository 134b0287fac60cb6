# Frames of a decorator's wrapper.
def twice(f):
  def wrapper(*args):
    f(*args)
    return f(*args)
  return wrapper
@twice
def work(n):
  return 1 / n
work(0)
