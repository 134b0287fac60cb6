# Parameters: order, markers, defaults, brackets around them. Message and place of each mistake.
sources = [
  'lambda *: a',
  'lambda *, : a',
  'lambda **a, b: c',
  'lambda *a, *b: c',
  'lambda *a=1: b',
  'lambda **a=1: b',
  'lambda a b: c',
  'lambda a, a: b',
  'lambda a: a = 1',
  'lambda a = : b',
  'lambda a: int: b',
  'lambda (a): b',
  'lambda 1: a',
  'lambda a.b: c',
  'lambda: a b',
  'lambda a, b',
  'lambda a, b:',
  'lambda : ',
  'lambda, a: b',
  'def f():\n    x = 1\n    y = 2 3\n    return x',
]
for source in sources:
  try:
    compile(source, "<test>", "exec")
    print(repr(source), "is correct")
  except SyntaxError as error:
    print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
