# Comprehensions that lack something: only a list's or set's target is told about parentheses.
sources = [
    "[x, y for x in z]",
    "{x, y for x in z}",
    "{1: 2, x: y for x in z}",
    "{x: y, **z for a in b}",
    "[1, x for x in z if y]",
    "[a for a in b if c := d]",
    "[a for a in b if c else d]",
    "[a for a, c in b if c := d]",
    "[a if b for a in c]",
    "{a: b if c for a in d}",
]
for source in sources:
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(source, "->", error.msg, error.offset, error.end_offset)
    else:
        print(source, "is fine")
