# Exceptions go to the parent; GreenletExit ends a greenlet quietly.
from greenlet import greenlet, getcurrent, GreenletExit, error
def fail(): raise ValueError("inside")
try: greenlet(fail).switch()
except ValueError as e: print("parent got", e)
def waits():
  try: getcurrent().parent.switch("waiting")
  except KeyError as e:
    print("caught", e)
    return "handled"
  finally: print("finally")
g = greenlet(waits); print(g.switch()); print(g.throw(KeyError("k")), g.dead)
g = greenlet(waits); g.switch(); print(repr(g.throw()), g.dead)
g = greenlet(waits); g.switch(); print(repr(g.throw(GreenletExit("bye"))))
g = greenlet(waits); g.switch()
try: g.throw(RuntimeError, "by class")
except RuntimeError as e: print(e)
g = greenlet(fail)
try: g.throw(LookupError("never began"))
except LookupError as e: print(e, g.dead)
print(repr(greenlet(fail).throw(GreenletExit)))
try: g.throw(IndexError("into a dead one"))
except IndexError as e: print(e)
print(issubclass(GreenletExit, BaseException), issubclass(GreenletExit, Exception), issubclass(error, Exception))
def exits(): raise GreenletExit("value")
print(repr(greenlet(exits).switch()))
try: greenlet(lambda: 1).throw(5)
except TypeError as e: print("TypeError")
