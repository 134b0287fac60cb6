# An OrderedDict may change during its last item: its iterators look one item ahead
from collections import OrderedDict

def grow(items, view):
    seen = []
    try:
        for item in view(items):
            seen.append(item)
            if len(items) < 5:
                items[f"new {len(items)}"] = 1
    except RuntimeError as error:
        seen.append(str(error))
    return seen

for count in (1, 2):
    for view in (iter, OrderedDict.values, OrderedDict.items, reversed):
        print(count, view.__name__, grow(OrderedDict.fromkeys("ab"[:count]), view))
    print(count, "dict", grow(dict.fromkeys("ab"[:count]), iter))
