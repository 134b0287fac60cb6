# Future imports stand at the beginning of a module and nowhere else; patterns are checked from the inside out
for source in ("def f():\n  from __future__ import division", "if x:\n  from __future__ import annotations", "class C:\n  from __future__ import division",
               "'text'\nfrom __future__ import division\nfrom __future__ import annotations", "x = 1\nfrom __future__ import division",
               "match x:\n  case (1 | a) as a: pass", "match x:\n  case [a] as a: pass", "match x:\n  case [a, b] | a: pass"):
    try:
        compile(source, "source", "exec")
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {error.msg}, line {error.lineno} [{error.offset}-{error.end_offset}]")
