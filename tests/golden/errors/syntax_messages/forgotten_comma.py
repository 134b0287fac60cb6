# Two expressions without a comma between them. A name that a soft keyword begins with (c, m, _) is taken for one, and gets other words.
sources = [
  "colors = (red, green blue)", "colors = (c, green blue)", "colors = (red, c blue)", "colors = [m n]", "f(_ x)", "point = (x, cat y)", "point = (x, ca y)",
  "f(c[0] d)", "f(c + e d)", "f(c(0) d)", "f(m.n o)", "f(1 c)", "f(type x)", "items = [\n  first,\n  c\n  last\n]",
]
for source in sources:
  try:
    compile(source, "<test>", "exec")
  except SyntaxError as error:
    print(f"{source!r}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
