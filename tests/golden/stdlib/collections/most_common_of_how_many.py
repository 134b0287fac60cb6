# Counter.most_common() with all kinds of numbers.
from collections import Counter

counter = Counter("abracadabra")
for number in (None, 0, 1, 2, 99, -1, True, "x"):
  try:
    print(number, counter.most_common(number))
  except TypeError as error:
    print(error)
