# Mistakes of match statements: in patterns they are not those of displays, and headers miss their colon
for item in ("{'a': 1, 'a': 2}", "{1: a, 1.0: b}", "{None: a, None: b}", "{**a, **b}", "{**_}", "{**a, 'b': 1}", "{'a': }", "{'a': *b}", "{'a'}", "{f'a': 1}", "{1 + 2j: a}"):
    source = f"match x:\n  case {item}: pass"
    try:
        compile(source, "source", "exec")
        print(f"{item}: fine")
    except SyntaxError as error:
        print(f"{item}: {error.msg}, line {error.lineno} [{error.offset}-{error.end_offset}]")
for source in ("[*a = b]", "{**a = b}", "[a = b]", "f(*a=1)", "x: 1 = 2 = 3", "x = 2 = 3"):
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(f"{source}: {error.msg} [{error.offset}-{error.end_offset}]")
for item in ("{0: _, 0j: _}", "{1: _, 1j: _}"):
    try:
        compile(f"match x:\n  case {item}: pass", "source", "exec")
        print(f"{item}: fine")
    except SyntaxError as error:
        print(f"{item}: {error.msg}")
for source in ("(x := lambda: y := 1)", "(x := y.z := 1)", "(x.y := 1)", "(lambda: x := 1)"):
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(f"{source}: {error.msg} [{error.offset}-{error.end_offset}]")
for source in ("match x", "match x, y", "match x\ny", "match x y", "match not x", "match 5", "match x; y", "case x", "case 1", "match x:\n  case 1\n    pass"):
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(f"{source!r}: {error.msg} [{error.offset}-{error.end_offset}]")
# Only the first statement of a line can be a match.
for source in ("x = 1; match x:", "x = 1; match x", "x = 1; match x:\n  case 1: pass"):
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(f"{source!r}: {error.msg} [{error.offset}-{error.end_offset}]")
