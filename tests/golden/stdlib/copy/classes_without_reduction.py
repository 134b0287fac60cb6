# What cannot be copied says which kind of copy was asked for.
import copy


class Kept:
  __reduce_ex__ = None
  __reduce__ = None


for function in (copy.copy, copy.deepcopy):
  try:
    function(Kept())
  except copy.Error as error:
    print(error)
