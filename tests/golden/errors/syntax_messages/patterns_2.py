# Patterns of match. Message and place of each mistake.
sources = [
  'match x:\n    case +1: pass',
  'match x:\n    case --1: pass',
  'match x:\n    case 1 - 2j - 3j: pass',
  'match x:\n    case 1j + 1j: pass',
  'match x:\n    case -1 + 2: pass',
  'match x:\n    case b"a" "b": pass',
  'match x:\n    case (1, 2: pass',
  'match x:\n    case 1 if x = 2: pass',
  'match x:\n    case 1 if: pass',
  'match x:\n    case 1 if x y: pass',
  'match x:\n    case x if x\n        pass',
  'match x y:\n    case 1: pass',
  'match *x:\n    case 1: pass',
]
for source in sources:
  try:
    compile(source, "<test>", "exec")
    print(repr(source), "is correct")
  except SyntaxError as error:
    print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
