# An empty f-string expression. Worded and placed as CPython 3.12 does.
x = f"{}"
