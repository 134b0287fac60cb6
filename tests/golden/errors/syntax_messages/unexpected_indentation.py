# What is indented without a reason, and decorators of nothing, are told before mistakes further on.
sources = [
    "f(a)\n  b)", "x = 1\n  y]", "if 1:\n  f(a)\n    b)", "f(a)\n  'b", "f(a)\n  b $", "f(a)\n  b\n c", "if 1:\nx)",
    "class A:\n    @dec\nx = 1\n", "class A:\n    @dec\n", "class A:\n    @dec", "def f():\n  if x:\n    @dec\n  y", "try:\n  x\ny", "'a\\\n", "b'a\\\nb",
]
for source in sources:
    try:
        compile(source, "source", "exec")
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {type(error).__name__}: {error.msg} ({error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset})")
