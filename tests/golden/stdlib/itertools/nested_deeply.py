# Iterators behind iterators, 200,000 deep: a RecursionError at most (where CPython crashes, so that the output comes from a depth of 100).
import itertools

MAKERS = {
  "chain": itertools.chain,
  "chain.from_iterable": lambda inner: itertools.chain.from_iterable([inner]),
  "islice": lambda inner: itertools.islice(inner, 1),
  "takewhile": lambda inner: itertools.takewhile(bool, inner),
  "dropwhile": lambda inner: itertools.dropwhile(lambda item: False, inner),
  "filterfalse": lambda inner: itertools.filterfalse(lambda item: False, inner),
  "compress": lambda inner: itertools.compress(inner, [1]),
  "accumulate": itertools.accumulate,
  "cycle": itertools.cycle,
  "pairwise": itertools.pairwise,
  "zip_longest": itertools.zip_longest,
  "groupby": itertools.groupby,
  "starmap": lambda inner: itertools.starmap(int, inner),
}
for name, make in MAKERS.items():
  nested = iter([1, 2])
  for _ in range(200_000):
    nested = make(nested)
  try:
    next(nested)
  except (RecursionError, StopIteration, TypeError):
    pass
  print(name, "survives")
