# compile(..., "single"): one statement, no less and no more; and "eval" without an expression.
def show(source, mode):
    try:
        compile(source, "prompt", mode)
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {type(error).__name__} {error.args}")


for source in ("", "\n", "# note", "# note\n", "\n\n", "a\nb", "a\n\n\nb\n", "a; b", "if a: b\n", "if a:\n b\nc", "\na", ";"):
    show(source, "single")
for source in ("", "\n", "1 +", "x = 1", "1; 2"):
    show(source, "eval")
