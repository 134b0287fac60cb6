# A SyntaxError that ends on a later line, or before its beginning: the module marks columns, whatever their line
import traceback

for source in ("x = {'a': 1\n'b': 2}", "x = (a\n     b)", "f(a for a in b,\nc)"):
    try:
        compile(source, "source.py", "exec")
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)).replace("\n", "|\n"))
for place in ((3, 2, "abc", 5, 1), (3, 3, "abc", 3, 1), (3, 2, "abcdef", 5, 4)):
    print("".join(traceback.format_exception_only(SyntaxError("made", ("source.py", *place)))).replace("\n", "|\n"))
