# A forgotten `if`, a blank colon at the end, an operator that stands behind what can't be assigned to: the sign itself is refused.
sources = [
    "x == 1:", "not a in b:", "a is not None:\n  pass", "f() :", "f():\n  return 1", "a == b: return", "if x: f() :", "*a:", "{1} :", "await x :", "a if b else c:", "a, b :", "(a, b) :", "a :", "a.b :", "(a) :", "a[1] :",
    "f() +=", "a + b +=", "[a] +=", "a, b +=", "a +=", "f() += 1 +", "f() : 1 +", "f(): x +", "for x + in y: pass", "for x in y z: pass", "with a as b %: pass", "del a +", "with a is\n  b", "except A is\n  b",
]
for source in sources:
    try:
        compile(source, "source", "exec")
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
