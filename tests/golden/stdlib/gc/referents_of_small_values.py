# What sets, slices and sequences refer to, small numbers too; thresholds that are too large.
import gc

print(gc.get_referents({5}), gc.get_referents(frozenset(["a"])), gc.get_referents(slice(1, None, 2)), gc.get_referents([1, "a"]), gc.get_referents(5, "x"))
for thresholds in ((2**40,), (1, 2**40), ("x",)):
  try:
    gc.set_threshold(*thresholds)
  except (OverflowError, TypeError) as error:
    print(error)
gc.set_threshold(-1)
print(gc.get_threshold())
