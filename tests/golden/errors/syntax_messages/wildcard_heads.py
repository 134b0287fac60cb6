# `_` is a whole pattern, which nothing can follow; a conditional expression without else behind yield.
sources = ["match x:\n case _.a: pass", "match x:\n case _(): pass", "match x:\n case [_.a.b]: pass", "match x:\n case A(_.b()): pass",
           "match x:\n case {_.a: 1}: pass", "match x:\n case a._: pass", "match x:\n case __(): pass", "def f(): yield 1 if x",
           "def f(): y = yield 1 if x", "def f(): yield from x if y"]
for source in sources:
  try:
    compile(source, "file", "exec")
    print("accepted:", source.splitlines()[-1])
  except SyntaxError as error:
    print(source.splitlines()[-1], "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
