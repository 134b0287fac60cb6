# print and exec without brackets, wherever they stand. Message and place of each mistake.
sources = [
  'print "hello"',
  'print x',
  'print x, y',
  'print f(x)',
  'exec "code"',
  'exec x in y',
  'print x if y else z',
  'print (x) y',
  'x = print "a"',
  'print a, b = 3',
  'x.print a',
  'x = (print a)',
  'f(print a)',
  '[print a]',
  'x = a print b',
  'return print x',
  'yield print x',
  'if print x: pass',
  'exec x',
  'x = exec y',
  'print x for x in y',
  'print lambda: 0',
  'print not x',
  'print (x), y z',
  'x = a.print b',
]
for source in sources:
  try:
    compile(source, "<test>", "exec")
    print(repr(source), "is correct")
  except SyntaxError as error:
    print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
