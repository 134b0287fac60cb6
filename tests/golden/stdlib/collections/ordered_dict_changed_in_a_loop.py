# A loop over an OrderedDict that changes it, and one over a dict.
from collections import OrderedDict

for kind in (OrderedDict, dict):
  for change in (lambda mapping: mapping.popitem(), lambda mapping: mapping.update(new=1)):
    for view in ("keys", "values", "items"):
      mapping = kind(a=1, b=2, c=3)
      try:
        for _ in getattr(mapping, view)():
          change(mapping)
      except RuntimeError as error:
        print(kind.__name__, view, error)
