# Where a missing block is told when the text ends, a try without its end before an indented line, and `<>` that goes on
import sys
import traceback

for source in ("for i in x:\n", "while 1:", "if 1:\n  while 2:\n", "try: x\n  except: y", "if a: x\n  y", "a <> b", "a <>= b"):
    try:
        compile(source, "source.py", "exec")
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)), error.offset, error.end_offset)
        sys.stderr = sys.stdout
        sys.excepthook(type(error), error.with_traceback(None), None)
