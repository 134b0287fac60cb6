# An empty f-string expression.
x = f"{}"
