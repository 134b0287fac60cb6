# yield from passes send, throw and close to the inner generator.
def inner():
  try:
    while True:
      try:
        v = yield "inner"
        print("sent", v)
      except ValueError: print("inner caught")
  finally: print("inner closed")
def outer():
  try: yield from inner()
  finally: print("outer closed")
o = outer()
next(o)
print(o.send(1), o.throw(ValueError))
try: o.throw(KeyError("through"))
except KeyError as e: print("out", e)
o = outer()
next(o)
o.close()
class It:
  def __iter__(self): return self
  def __next__(self): return 1
def d(): yield from It()
x = d(); next(x)
try: x.send(5)
except AttributeError as e: print(e)
