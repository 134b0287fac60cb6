# `a if b` without else, wherever an expression may begin.
for source in ("1 if 2", "x = 1 if 2", "assert 1 if 2", "assert a, 1 if 2", "raise a if b", "raise a from b if c", "return 1 if 2", "1 if 2 else 3 if 4",
               "assert 1 if 2 else 3", "raise a if b else c"):
    try:
        compile(source, "f", "exec")
        print(f"{source}: fine")
    except SyntaxError as error:
        print(f"{source}: {error.msg} at {error.offset} to {error.end_offset}")
# Brackets around the parts do not belong to them.
for source in ("a if (b)", "(a) if (b)", "f((a) if b, c)", "[(a, b) if (c or\n d)]"):
    try:
        compile(source, "f", "exec")
    except SyntaxError as error:
        print(f"{source!r}: {error.msg} at {error.offset} to {error.end_offset}")
