# Carets mark the subscript.
data = {"a": [1, 2, 3]}
print(data["a"][1], data["a"][5] + 1)
