# Exceptions of finalizers go to sys.unraisablehook.
import gc, sys


class Loud:
  def __del__(self): raise ValueError("in __del__")


def hook(unraisable):
  print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object.__qualname__, unraisable.exc_traceback.tb_lineno)


sys.unraisablehook = hook


def make(): Loud()


make()
for _ in range(50): [None] * 100
gc.collect()
