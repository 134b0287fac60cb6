# An f-string brace never closed. Worded and placed as CPython 3.12 does.
x = f"{a"
