# The four ways to drive a generator.
def g():
  x = None
  while True:
    try:
      x = yield x
      print("got", x)
    except ValueError as e:
      print("thrown", e)
      x = "recovered"
    finally:
      print("turn ends")
i = g()
print(next(i), i.send(1), i.throw(ValueError("v")), i.send(2))
i.close()
try: next(i)
except StopIteration as s: print("stopped", s.value)
j = g()
try: j.send(5)
except TypeError as e: print(e)
j.close()
def stubborn():
  try: yield 1
  except GeneratorExit: yield 2
k = stubborn(); next(k)
try: k.close()
except RuntimeError as e: print(e)
m = g()
try: m.throw(KeyError("before the start"))
except KeyError as e: print(e)
