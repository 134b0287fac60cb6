# `is` with a literal.
x = 5
if x is 5: print("equal")
if x is not "text": print("different")
if x is None or x is True or x is ...: print("never")
print(x is (), 5 < x is 5, -1 is x)
