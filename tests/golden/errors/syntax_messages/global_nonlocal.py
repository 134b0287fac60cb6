# global and nonlocal. Message and place of each mistake.
sources = [
  'global',
  'global x y',
  'global 1',
  'nonlocal',
  'global a, b c',
  'global a.b',
  'global a = 1',
  'global (a)',
  'nonlocal a = 1',
  'nonlocal a.b',
]
for source in sources:
  try:
    compile(source, "<test>", "exec")
    print(repr(source), "is correct")
  except SyntaxError as error:
    print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
