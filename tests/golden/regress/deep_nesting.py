# Deep structures end in a result or a RecursionError, never in a crash.
l = []
for _ in range(100000): l = [l]
for f in (repr, lambda x: x == [[x]], hash):
  try: f(l); print("fine")
  except (RecursionError, TypeError) as e: print(type(e).__name__)
t = ()
for _ in range(100000): t = (t,)
try: hash(t)
except RecursionError: pass
print("hash survived")
del l, t
it = iter([1])
for _ in range(20): it = map(lambda x: x, it)
print(list(it))
for text in ("(" * 500 + ")" * 500, "[" * 500 + "]" * 500):
  try: eval(text)
  except (RecursionError, MemoryError, SyntaxError): pass
  print("survived")
