# An f-string brace never closed.
x = f"{a"
