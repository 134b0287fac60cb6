# Mistakes in literals at the end of an expression, numbers that are too long, and `match` on one line.
digits = "1" * 4301
for source in (r"b'\x1'", r"'\x1'", "b'a' 'b'", "'a' b'b'", r"'\N{no such name}'", "1j_", "1_j", "1__0", digits, "1_" * 4300 + "1", "0x" + "f" * 5000):
    try:
        compile(source, "f", "eval")
        print(source[:20], "fine")
    except SyntaxError as error:
        print(source[:20], error.msg, error.lineno, error.offset, error.end_offset)
for source in ("match x: case 1: pass", "match x: y", "match (x): pass", "f(a=b=c)", "print(x = a and b = 3)"):
    try:
        compile(source, "f", "exec")
        print(source, "fine")
    except SyntaxError as error:
        print(source, "|", error.msg, error.lineno, error.offset, error.end_offset)
