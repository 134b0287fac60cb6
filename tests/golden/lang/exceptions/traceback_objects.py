# Traceback objects: line numbers and with_traceback.
def f():
  g()
def g():
  raise ValueError("x")
try: f()
except ValueError as e:
  tb = e.__traceback__
  while tb:
    print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
    tb = tb.tb_next
  print(e.with_traceback(None).__traceback__)
import sys
print(sys.exc_info())
try: 1 / 0
except ZeroDivisionError:
  print(sys.exc_info()[0].__name__, sys.exc_info()[1])
