# Values among targets, stars in brackets, comments behind mistakes, mistakes before badly indented lines.
sources = [
  "1, a = 1", "f(), a = 1", "x + 1, y = 2, 3", "a, 1, b = 1", "a, x + 1 = 2, 3", "*1, a = 1", "x = 1, y = 2", "None, a = 1", "a, b += 1",
  "(**a)", "(*a)", "with (a as b c): pass", "with (a as b, c as d e): pass", "with a as b c: pass",
  "assert # why", "while x # why\n  pass", "x f'{y}' = 1",
  "def f(a, *, None=1): pass", "def f(a, *,, b): pass", "def f(a, *): pass", "def f(a, *, **k): pass", "lambda a, *, None=1: 0", "lambda *: 0",
  "try: pass\nexcept*: pass", "try: pass\nexcept*\n  pass",
  "x = = 1\nif y:\n    a\n  b", "x = = 1\ny = a \\ b", "x = = 1\ny = 5a", "x = = 1\ny = 'abc",
  "match x:\n  case [a b]: pass", "match x:\n  case {1 2}: pass", "match x:\n  case (1 2): pass", "match x:\n  case [a] if b c: pass",
  "match x:\n  case -1j - 2: pass", "match x:\n  case 1 + 2: pass",
  "match x:\n  case (a, 1) | (b, 2): pass", "match x:\n  case [a] | C(b, x=c): pass", "match x:\n  case [a] | [b, *_]: pass", "match x:\n  case 1 | {'k': a}: pass",
  "[1, 2 async]", "[a, b async for c in d]",
]
for source in sources:
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "compiles")
