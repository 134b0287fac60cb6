# A bracket that is never closed comes before other mistakes in its line when looking for their words leads to the end of the text.
sources = [
    "f(a b", "f(a b\n", "f(a b\nx = 2", "f(a, b c", "f('a' b", "f(a 'b'", "f(a=b c", "f(a not b", "f('a' lambda", "[a b", "{1: 2 3", "{1 2", "print(a b", "if (a b", "while (a b:\n  x",
    "class A(b c", "with (a b", "for x in (a b", "d[a = 1", "d['a' = 1", "d[a = 1\nx = 2\n", "[a, b = c", "{a = 1", "(a.b = 1", "if (a = b", "d['a':=", "x = a {", "return a {", "f(a[]", "f(a=1, help'c'",
    "f(a.b = c", "f(a if b c", "{1: 2, 3 4", "def f(a b", "from a import (b c", "{'a': 1 = 2", "f(x for x in y = ", "[[a] = b", "f(a$", "s['a'!", "( = 1",
]
for source in sources:
    try:
        compile(source, "source", "exec")
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
