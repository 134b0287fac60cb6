# Context.run: arguments, results, errors, nesting, generators keep the context of who resumes them.
import contextvars
var = contextvars.ContextVar("var", default="outside")
ctx = contextvars.copy_context()
def f(x, *, y=0):
  var.set("inside")
  return x + y
print(ctx.run(f, 1, y=2), var.get(), ctx[var])
def fail(): raise ValueError("from within")
try: ctx.run(fail)
except ValueError as e: print(e)
def nested():
  try: ctx.run(f, 1)
  except RuntimeError as e: print(str(e).partition("<")[0], str(e).rpartition(">")[2])
  other = contextvars.copy_context()
  other.run(var.set, "copy")
  return var.get(), other[var]
print(ctx.run(nested))
def gen():
  while True: yield var.get()
g = gen()
print(next(g), ctx.run(next, g), next(g))
try: ctx.run()
except TypeError as e: print(e)
print(ctx.run(lambda *a, **k: (a, k), 1, 2, z=3))
