"""How SyntaxErrors without a place, a line or a message are shown."""
import traceback

FIELDS = [("f", 3, 4, "some text here", 3, 8), ("f", 3, None, "text"), ("f", 3, 40, "short"), ("f", 3, 0, "short"), ("f", 3, -1, "short"),
          (None, 3, 2, "short"), ("f", None, 2, "short"), ("f", 1, 2, None), ("f", 3, 4, "    indented\n", 3, 0), ("", 3, 2, "abc"),
          ("f", 3, 6, "\tx\ty\n", 3, 7), ("f", 3, 2, ""), ("f", 3, 6, "éé 中文 x", 3, 8)]
for fields in FIELDS:
    print(fields)
    print("".join(traceback.format_exception_only(SyntaxError("message", fields))), end="")
for error in (SyntaxError(), SyntaxError("message"), SyntaxError(5), SyntaxError(None), SyntaxError("")):
    print(repr(error))
    print("".join(traceback.format_exception_only(error)), end="")
