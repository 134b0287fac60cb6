# Targets of `for` and `del` that are none, bare stars behind keywords, and `print` with a mistake behind it
for source in ("for f(): pass", "for a, b, (c + 1, d()): pass", "for a.b + 1: pass", "for a() b: pass", "for 1: pass",
               "for a: pass", "for x in y z: pass", "del f() x", "del a, (b, c() + 1) x", "del a b",
               "f(**x, *)", "f(a=1, *)", "f(a=1, *, b)", "f(a, *)",
               "print {1: (a.)}", "print {1: a}", "print [1", "print a.b, c"):
    try:
        compile(source, "source", "exec")
        print(f"{source}: fine")
    except SyntaxError as error:
        print(f"{source}: {error.msg} [{error.offset}-{error.end_offset}]")
# In brackets two expressions behind `for` lack a comma rather than an `in`
for source in ("[x for x of y]", "(x for x y z)", "{x: 1 for x of y}", "f(x for x of y)", "[x for a b in c]", "[x async for x of y]", "[a for b in c for d of e]", "[x for x y]", "[x for x is y]",
               "[x for x in y of z]", "[x for x, y z]"):
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(f"{source}: {error.msg} [{error.offset}-{error.end_offset}]")
