# A keyword directly behind a number.
x = 5
print(1if x else 2)
print([0x1for _ in "ab"], 1or 2, 1.5in [1.5])
