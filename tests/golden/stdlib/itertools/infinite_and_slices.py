# count, cycle, repeat, islice, takewhile, dropwhile, chain, accumulate, pairwise, batched by hand.
from itertools import *
print(list(islice(count(5, 2), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 2)), list(islice(range(10), 2, 8, 3)), list(takewhile(lambda x: x < 3, count())), list(dropwhile(lambda x: x < 3, range(5))), list(chain("ab", [1])), list(chain.from_iterable([[1], [2, 3]])))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(pairwise("abcd")), list(compress("abcd", [1, 0, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", "c", fillvalue="-")))
a, b = tee([1, 2, 3]); print(next(a), list(b), list(a))
for k, g in groupby("aabbbc"): print(k, list(g), end=" ")
print([(k, len(list(g))) for k, g in groupby(range(6), lambda x: x // 4)])
