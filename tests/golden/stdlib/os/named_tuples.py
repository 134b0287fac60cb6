# What the system says in tuples with names: constructors, pickles.
import os
import pickle

for kind, count in ((os.uname_result, 5), (os.stat_result, 10), (os.times_result, 5), (os.terminal_size, 2), (os.statvfs_result, 10), (os.waitid_result, 5)):
  print(kind, kind.n_fields, kind.n_sequence_fields)
  for wrong in ((), (5,), ((1,),), (range(99),), (range(count), 5)):
    try:
      kind(*wrong)
    except TypeError as error:
      print(" ", error)
  made = kind(range(count))
  print(" ", made, made == tuple(range(count)), made.__match_args__[:2])
for made in (os.uname_result("abcde"), os.terminal_size((80, 24)), os.times_result(range(5))):
  print(pickle.dumps(made, 2), pickle.loads(pickle.dumps(made)) == made)
for descriptor in (2**40, "x", 1.5, -1):
  try:
    os.get_terminal_size(descriptor)
  except (OverflowError, TypeError, OSError) as error:
    print(type(error).__name__, error)
