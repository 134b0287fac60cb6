# Compiling, evaluating, pattern matching, syntax errors.
namespace = {}
exec("def f(x, *, y=2):\n  '''doc'''\n  return [a + y for a in range(x)]\nclass C:\n  z: int = 1\n", namespace)
print(namespace["f"](4), namespace["C"].z, eval("(lambda a, b=3: a ** b)(2)"), namespace["f"].__doc__)
for bad in ("def", "x = (", "f(a b)", "'abc", "for x in y: pass\n  z", "a = 1 +", "return 5"):
  try:
    compile(bad, "<test>", "exec")
  except SyntaxError as error:
    print(type(error).__name__, error.msg, error.lineno)


def match(value):
  match value:
    case {"kind": "point", "at": [x, y, *rest], **others}:
      return x, y, rest, others
    case (1 | 2) as small:
      return small
    case str(text) if len(text) > 2:
      return text
    case _:
      return None


print([match(v) for v in ({"kind": "point", "at": [1, 2, 3], "more": 4}, 2, "abc", "a", 5.0)])
print(len(dir()), sorted(globals())[0], help is not None)
