# The depth of the origins of coroutines is a C int.
import sys

for depth in (-1, "x", 1.5, 2**31, 2**70, 3):
  try:
    sys.set_coroutine_origin_tracking_depth(depth)
    print(sys.get_coroutine_origin_tracking_depth())
  except (TypeError, ValueError, OverflowError) as error:
    print(type(error).__name__, error)
