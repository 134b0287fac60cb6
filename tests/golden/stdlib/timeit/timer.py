# Timing statements and functions.
import timeit

calls = []
timer = timeit.Timer(lambda: calls.append(1), "pass")
print(timer.timeit(7) >= 0, len(calls), len(timer.repeat(3, 2)), len(calls))
print(timeit.timeit("y + 1", "y = 2", number=3) >= 0, timeit.timeit("go()", number=2, globals={"go": lambda: calls.append(2)}) >= 0, len(calls))
print(timeit.repeat("1", number=1, repeat=2) != [], timeit.default_number, timeit.default_repeat)
for arguments in [("1 +",), ("pass", 3), (3,)]:
  try:
    timeit.Timer(*arguments)
  except (SyntaxError, ValueError) as error:
    print(type(error).__name__, error)
