# `<>` is one token, which stands nowhere.
for source in ("a <> b", "x = <> 3", "print(a<>b)", "def f()<>: pass", "[1, 2 <> 3"):
  try:
    compile(source, "<test>", "exec")
  except SyntaxError as error:
    print(source, "->", error.msg, error.offset, error.end_offset)
