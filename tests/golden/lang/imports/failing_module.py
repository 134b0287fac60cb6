# A module that raises while it is imported is not kept.
import sys
for _ in range(2):
  try: import _broken
  except ZeroDivisionError as e: print(e, "_broken" in sys.modules)
