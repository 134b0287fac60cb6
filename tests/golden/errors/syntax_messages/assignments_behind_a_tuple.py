# Names without a comma between them before '=', behind a tuple; ':=' where no named expression may stand.
sources = [
    "a, b c = d", "a, b, c d = e", "a, b c d = e", "*a, b c = d", "a, b d.c = e", "a, b 1 = e", "a, b c = (d)", "a, b c: d", "a, b = c d", "a, b c = d = e", "a, b c = ", "a b, c = d", "x = a, b c = d", "if x: a, b c = d", "x; a, b c = d",
    "x = a.b := 1", "return a.b := 1", "a.b := 1", "from a import b, c = d", "import print x", "a.b print c", "a print b", "f(a print b)", "a * print b", "print print b", "print 1 if x",
]
for source in sources:
    try:
        compile(source, "source", "exec")
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
