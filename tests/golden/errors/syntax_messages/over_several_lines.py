# A mistake over several lines of a text that is given to compile(): its end is measured in the first line.
import traceback

for source in ("foo(a, z\n   for z in\n  range(10), t, w)", "print 'a' + (\n'bbbbbbbbbbb')\n", "(a,\n f() + 1000000) = 2\n",
               "{a: *(\n 33333333333)}\n", "(a\n,b) += 1\n", "(a\n,b): int = 1\n", "a if (b\n or c)\n"):
    try:
        compile(source, "text", "exec")
    except SyntaxError as error:
        print(error.lineno, error.offset, error.end_lineno, error.end_offset)
        print("".join(traceback.format_exception_only(error)))
