# ContextVar, Token, copy_context, Context.run.
from contextvars import ContextVar, copy_context
v = ContextVar("v"); w = ContextVar("w", default=0)
try: v.get()
except LookupError as e: print(type(e).__name__)
print(v.get("d"), w.get(), v.name)
t = v.set(1); print(v.get(), t.old_value is t.MISSING); t2 = v.set(2); v.reset(t2); print(v.get()); v.reset(t); print(v.get("unset"))
c = copy_context()
def f(x): w.set(x); return w.get()
print(c.run(f, 5), w.get(), c[w], w in c, v in c, len(c))
try: v.reset(t)
except RuntimeError as e: print("used once")
try: c.run(lambda: c.run(f, 1))
except RuntimeError as e: print("already entered")
try:
  ContextVar("fixed").name = "other"
except AttributeError as error:
  print(error)
