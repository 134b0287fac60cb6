# sys.set_coroutine_origin_tracking_depth: where a coroutine object was made.
import sys


async def work():
  pass


def make():
  return work()


def show(coroutine):
  origin = coroutine.cr_origin
  print(origin and [(line, function) for _, line, function in origin])
  coroutine.close()


show(make())
sys.set_coroutine_origin_tracking_depth(1)
show(make())
sys.set_coroutine_origin_tracking_depth(5)
show(make())
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(0)
show(make())
try:
  sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
  print(error)
