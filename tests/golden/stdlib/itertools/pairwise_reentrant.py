# The source of pairwise() asks the iterator itself for a pair, and may use it up that way.
from itertools import pairwise


def pairs(count):
  class Source:
    asked = 0

    def __iter__(self):
      return self

    def __next__(self):
      if self.asked >= count:
        raise StopIteration
      self.asked += 1
      if self.asked == 1:
        return next(iterator, None)
      return [self.asked]

  iterator = pairwise(Source())
  return list(iterator)


for count in range(6):
  print(count, pairs(count))
