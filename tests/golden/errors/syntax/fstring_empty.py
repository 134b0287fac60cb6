# An empty f-string expression. Worded as CPython 3.11 does, placed as 3.12 does.
x = f"{}"
