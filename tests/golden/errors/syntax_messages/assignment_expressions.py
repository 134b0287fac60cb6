# Assignment expressions. Message and place of each mistake.
sources = [
  'x := 1',
  'x = y := 1',
  '(x := )',
  '(x.y := 1)',
  '(x[0] := 1)',
  '(f() := 1)',
  '(1 := 2)',
  '(x := 1, 2 := 3)',
  'f(x=y := 1)',
  'f(x.y := 1)',
  '[1 := 2]',
  '(a, b) := 1',
  'None := 1',
  '(None := 1)',
  '(True := 1)',
  '(__debug__ := 1)',
  'x := ',
  'x := 5',
  'f(a := )',
  'f(a = b := c)',
  'f(a, (b := ))',
  'x = [a := b c]',
  'x = a[b:=c:d]',
  '(a := b := c)',
  '(a := b = c)',
  '(a, b := c = d)',
  '(a) := b',
  '[a] := b',
  'a[b] := c',
  'a.b := c',
  'a() := b',
  'if (a := b: pass',
  'while a := b c: pass',
  'x = a := b',
  'f(a=b:=c)',
  'f(a:=b, c:=d e)',
  '{a := b: c}',
  '{a: b := c}',
  '(日本 := 1) = 2',
]
for source in sources:
  try:
    compile(source, "<test>", "exec")
    print(repr(source), "is correct")
  except SyntaxError as error:
    print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
