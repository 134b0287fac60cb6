# What a function returns: None, tuples, from inside loops and with blocks.
def nothing(): pass
def bare(): return
def several(): return 1, *[2, 3], 4
def early(items):
  for item in items:
    if item > 2:
      return item
  return None
print(nothing(), bare(), several(), early([1, 2, 3, 4]), early([]))
