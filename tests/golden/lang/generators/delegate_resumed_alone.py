# What a suspended generator or coroutine delegates to is suspended, too: others may look at it, resume it, close it, or delegate to it.
import inspect
import types

state = inspect.getgeneratorstate

def inner():
  print("inner is", state(I), I.gi_running)
  print("got", (yield 1))
  print("got", (yield 2))
  return "result"

def outer(generator):
  result = yield from generator
  print("outer got", result)
  return result

def finish(name, generator, *sent):
  try:
    print(name, "yields", generator.send(*sent) if sent else next(generator))
  except StopIteration as stop:
    print(name, "returns", stop.value)

def start():
  global I, O
  I = inner()
  O = outer(I)
  next(O)

start()
print(state(I), state(O), I.gi_running, I.gi_frame.f_lineno, I.gi_yieldfrom, O.gi_yieldfrom is I)
print(next(I), state(I), state(O), O.gi_yieldfrom is I)
finish("outer", O, "sent")
print(state(I), state(O))

print("- two delegators")
start()
other = outer(I)
print(next(other), state(O), state(other))
finish("first", O)
finish("second", other)

print("- throw, close, a loop, an outer throw")
start()
try: I.throw(ValueError("thrown"))
except ValueError as e: print("caught", e, state(I), state(O))
finish("outer", O)
start()
I.close()
print(state(I), state(O), O.gi_yieldfrom is I)
finish("outer", O)
start()
print(list(I))
finish("outer", O)
start()
next(I)
try: O.throw(KeyError("through"))
except KeyError as e: print("caught", e, state(I), state(O))
start()
next(I)
O.close()
print(state(I), state(O))

print("- three levels")
def middle(generator):
  value = yield from generator
  print("middle got", value)
  return value
I = inner()
M = middle(I)
O = outer(M)
next(O)
print(state(I), state(M), state(O), next(M), M.gi_yieldfrom is I)
finish("middle", M)
finish("outer", O)

print("- one that executes")
def reenters():
  yield 0
  for attempt in (lambda: next(W), lambda: W.throw(KeyError), W.close, lambda: next(R)):
    try: attempt()
    except ValueError as e: print(e)
  print(state(R), state(W), R.gi_running, W.gi_running)
  yield 1
R = reenters()
W = outer(R)
next(W)
print(next(W))

print("- coroutines")
@types.coroutine
def switch(value): return (yield value)
async def awaited():
  print("awaited got", await switch(1))
  print("awaited got", await switch(2))
  return "done"
async def awaits(coroutine): return "outer " + await coroutine
state = inspect.getcoroutinestate
c = awaited()
o = awaits(c)
print(o.send(None), state(c), state(o), c.cr_running, c.cr_frame is not None, o.cr_await is c)
print(c.send("direct"), state(c), state(o))
finish("coroutine", o, "through")
c = awaited()
o, late = awaits(c), awaits(c)
o.send(None)
try: late.send(None)
except RuntimeError as e: print(e)
c.close()
print(state(c), state(o))
try: o.send(1)
except RuntimeError as e: print(e)
