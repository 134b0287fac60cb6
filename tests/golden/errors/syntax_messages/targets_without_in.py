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
