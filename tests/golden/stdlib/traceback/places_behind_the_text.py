# SyntaxErrors made by a program, with places that its text does not have.
import traceback

for offset, end_offset in ((3, 5), (7, 20), (30, 35), (0, 0), (4, -1), (30, 0)):
    error = SyntaxError("mistake", ("file", 3, offset, "  short", 3, end_offset))
    print(offset, end_offset)
    print("".join(traceback.format_exception_only(error)))
