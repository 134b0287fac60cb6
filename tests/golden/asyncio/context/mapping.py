# Context is a read-only mapping of the variables that have a value.
import contextvars, collections.abc
a, b, c = (contextvars.ContextVar(n) for n in "abc")
a.set(1); b.set("two")
ctx = contextvars.copy_context()
print(len(ctx), ctx[a], ctx.get(b), ctx.get(c), ctx.get(c, "no"), a in ctx, c in ctx)
print(sorted(v.name for v in ctx), sorted(map(str, ctx.values())), sorted((k.name, v) for k, v in ctx.items() if k is a))
print(isinstance(ctx, collections.abc.Mapping))
try: ctx[c]
except KeyError as e: print("KeyError", e.args[0] is c)
for bad in (lambda: ctx["a"], lambda: "a" in ctx, lambda: ctx.get("a")):
  try: bad()
  except TypeError as e: print(str(e).replace("_contextvars.", ""))
try: ctx[a] = 5
except TypeError as e: print("TypeError")
other = contextvars.copy_context()
print(ctx == other, ctx is other, ctx != other)
other.run(a.set, 9)
print(ctx == other, ctx[a], other[a], a.get())
print(ctx.copy() == ctx, len(contextvars.Context()), ctx == 5)
try: hash(ctx)
except TypeError as e: print(str(e).replace("_contextvars.", ""))
