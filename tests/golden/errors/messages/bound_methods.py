# A method that is called through a variable or with *args is named after the receiver's class; some tell no class then.
class Stack(list):
  pass


class Name(str):
  pass


push, find, union = Stack().append, Name("x").find, {1}.union
keywords = {"item": 1}
for call in (
    lambda: push(),
    lambda: push(1, 2),
    lambda: push(**keywords),
    lambda: Stack().append(*[]),
    lambda: Stack().append(),
    lambda: list.append([]),
    lambda: find(**keywords),
    lambda: Name().find(item=1),
    lambda: union(**keywords),
    lambda: {1}.union(item=1),
    lambda: Name().upper(*[1]),
    lambda: "x".split(self=1),
    lambda: object.__format__(int, 1, 2),
):
  try:
    call()
  except TypeError as error:
    print(error)
