# One place reads a name that is a builtin, becomes a global, goes, comes back, and whose module grows in between.
import builtins


def size(): return len("abc")


print(size(), size())
len = lambda text: "own"
print(size(), size())
del len
print(size())
for n in range(40):
  globals()[f"name{n}"] = n
  print(size(), end=" ")
print(globals()["name39"])
original, builtins.len = builtins.len, lambda text: "replaced"
print(size())
builtins.len = original
for n in range(300): setattr(builtins, f"extra{n}", n)
print(size(), size())
for n in range(300): delattr(builtins, f"extra{n}")
print(size())

# A name that comes and goes in each round of a loop, as that of an exception does.
for key in range(30):
  try:
    {}[key]
  except KeyError as error:
    print(key, error.args[0] == key, end="; ")
print()
try:
  error
except NameError as e:
  print(e)


def missing(): return not_there


for value in None, 1, None, 2:
  if value: not_there = value
  else: globals().pop("not_there", None)
  try:
    print(missing())
  except NameError as e:
    print(e)
exec(compile("print(missing_here)", "code", "exec"), {"missing_here": 1})
code = compile("print(shared)", "code", "exec")
for n in range(3): exec(code, {"shared": n})
