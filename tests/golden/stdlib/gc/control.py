# The collector can be asked, switched and counted.
import gc


class Node:
  pass


print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled(), len(gc.get_threshold()), len(gc.get_count()))
node = Node()
node.self = node
del node
print(type(gc.collect()).__name__, gc.garbage, gc.is_tracked([]), gc.get_debug(), gc.freeze(), gc.unfreeze())
gc.set_threshold(500, 5, 5)
print(gc.get_threshold(), [sorted(stat) for stat in gc.get_stats()][:1])
