# An expression's text without a line end: what its last line may be. A file's text gets a line end
def show(source, run):
    try:
        run(source)
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {type(error).__name__}: {error.msg}, line {error.lineno} column {error.offset}")

for source in ("1\n  ", "1\n\n\t", "(1,\n2)\n ", "1\n  # comment", "1 \\\n  ", "\n1\n  \n", " 1", "1\\", "(1\\", "x + \\", "1\\ ", "\\"):
    show(source, eval)
for source in ("1\\", "(1\\", "x = 1\n  "):
    show(source, exec)
for namespaces in (([],), ("text",), (5,), (None, 5), ({}, 5)):
    try:
        eval("1", *namespaces)
    except TypeError as error:
        print(namespaces, error)
