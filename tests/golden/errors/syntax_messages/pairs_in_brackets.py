# Two expressions side by side in brackets, of which the second may be a list or an expression in parentheses; arguments behind keywords.
sources = [
    "x[a:b c]", "x[a, b c]", "x[:b c]", "x[a, *b c]", "x[a:(b) c]", "f(a[])", "f(a[] + 1)", "f(x + a[])", "f(a[b[]])", "x = a[]", "{a[]: 1}", "f(lambda: a[])", "f(a(yield))", "f(print[])", "f(match[])", "f((a)not b)",
    "f(a=1, help'c')", "f(a=1, help'c' x)", "f(**a, help'c')", "f(a=1, b += 2)", "f(a=1, b c)", "f(a=1, match x)", "f(a=1, help f'c')", "print(name f'x')",
    "{1: 2, 3 / : 4}", "{'a': 1, 'b'. 2}", "{'a': {: 1}}", "{k: v for k, v in a,b}", "[a for b in c d]", "[a for b c in d]", "f(lambda a, b c: 1)", "f('a' for, b)", "f(x for 'a')", "['a', for 'b']", "f(a=b *)",
    "x = a if f(b >) else c", "f(a if (b) c)",
]
for source in sources:
    try:
        compile(source, "source", "exec")
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
