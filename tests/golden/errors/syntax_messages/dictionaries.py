# Dictionary and set displays. Message and place of each mistake.
sources = [
  'x = {1, 2]',
  '{} = 1',
  '{1} = 1',
  '{1: 2} = 1',
  '{1 2}',
  '{1: 2 3: 4}',
  '{1: 2, 3}',
  '{1: 2, 3:}',
  '{1:}',
  '{1: *x}',
  '{1: **x}',
  '{**x: 1}',
  '{*x: 1}',
  '{1, 2: 3}',
  '{1: 2, **}',
  '{:1}',
  '{x = 1}',
  '{1: x = 2}',
  'x = {1, 2, 3}}',
  'x = {1: 2,, 3: 4}',
  'x = {1 2: 3}',
  'x = {a b: c}',
  'x = {a: b c: d}',
  'x = {a: b, c d}',
  'x = {a: b c}',
  'x = {a: , b: c}',
  'x = {a: }',
  'x = {: b}',
  'x = {a, b: c}',
  'x = {a: b, c, d: e}',
  'x = {**a b}',
  'x = {**a: b}',
  'x = {*a b}',
  'x = {*a: b}',
  'x = {a: *b, c: d}',
  'x = {a: **b}',
  '{a: b} = c',
  '{a, b} = c',
  'x = {a} b',
  'x = {a: b} c',
]
for source in sources:
  try:
    compile(source, "<test>", "exec")
    print(repr(source), "is correct")
  except SyntaxError as error:
    print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
