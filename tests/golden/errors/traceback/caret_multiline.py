# An expression over several lines shows the line where it failed.
def f(*args): return args[0] / args[1]
x = [
  1,
  f(1,
    0),
]
