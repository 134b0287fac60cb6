# A generator expression has its own frame.
print(sum(1 / x for x in (2, 1, 0)))
