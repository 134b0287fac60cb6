# Blocks and indentation. Message and place of each mistake.
sources = [
  'f("a"\nb)',
  'f("a" "b"\nc="d")',
  'x = "a"\n"b" c',
  'x = ("a"\n"b" c)',
]
for source in sources:
  try:
    compile(source, "<test>", "exec")
    print(repr(source), "is correct")
  except SyntaxError as error:
    print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
