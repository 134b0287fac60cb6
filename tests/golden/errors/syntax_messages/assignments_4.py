# Which part of an assignment is blamed: the first `name = value` that something else than '=' follows, or the wrong target.
for source in ("x = 1 if 2 else 3 = 4", "x = a and b = 3", "x = y = a and b = 3", "x.y = a and b = 3", "x = a < b = 3", "(x) = a and b = 3",
               "x = *a, b() = 3", "x = a and b, c = 3", "x = (a and b) = 3", "x = a.b() = 1", "x = f(y = a and b) = 3", "x = lambda: 1 = 3",
               "x = [a for 1 in b]", "f(a=x for x in y)", "f(1, a=x for x in y)", "x = 1 + \\\n"):
    try:
        compile(source, "f", "exec")
    except SyntaxError as error:
        print(f"{source!r}: {error.args}")
# Scopes and the compiler count bytes, the parser characters.
for source in ('"é"; return', '"é"; x = = 1', 'def f(ª, a): pass', '"é"; nonlocal x', 'def f():\n "é"; x = 1; global x'):
    try:
        compile(source, "f", "exec")
    except SyntaxError as error:
        print(f"{source!r}: {error.msg} at {error.lineno}:{error.offset} to {error.end_offset}, args {len(error.args)}")
