# contextmanager: values, swallowing, errors of the generator.
from contextlib import contextmanager
@contextmanager
def cm(swallow=False):
  print("enter")
  try: yield "value"
  except ValueError as e:
    print("saw", e)
    if not swallow: raise
  finally: print("exit")
with cm() as v: print(v)
with cm(True): raise ValueError("swallowed")
try:
  with cm(): raise ValueError("passed")
except ValueError as e: print("caught", e)
@contextmanager
def never():
  if False: yield
@contextmanager
def twice():
  yield
  yield
for c in (never, twice):
  try:
    with c(): pass
  except RuntimeError as e: print(e)
@contextmanager
def catches():
  try: yield
  except KeyError: yield
try:
  with catches(): raise KeyError(1)
except RuntimeError as e: print(e)
@cm()
def decorated(): print("inside"); return 5
print(decorated(), decorated())
