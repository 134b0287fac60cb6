# eval, exec and compile.
x = 5
print(eval("x + 1"), eval("a * 2", {"a": 4}), eval("[i for i in range(3)]"), exec("y = x * 2"), y)
ns = {}
exec("def f(n):\n  return n + 1\nz = f(2)", ns)
print(ns["z"], sorted(k for k in ns if k != "__builtins__"))
c = compile("1 + 2", "<text>", "eval")
print(eval(c), type(c).__name__, c.co_filename)
def local():
  v = 3
  return eval("v * v"), sorted(locals())
print(local())
for s in ("1 +", "x = 1", "undefined", "1 / 0"):
  try: eval(s)
  except Exception as e: print(type(e).__name__, e)
