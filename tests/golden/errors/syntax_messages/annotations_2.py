# Annotations and blocks on one line. Message and place of each mistake.
sources = [
  'a if b else c: d',
  'if else: pass',
  'if x: y; z w',
  'if x: y = 1 z',
  'while x: y; z = = w',
  'class A: x = 1 y',
]
for source in sources:
  try:
    compile(source, "<test>", "exec")
    print(repr(source), "is correct")
  except SyntaxError as error:
    print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
