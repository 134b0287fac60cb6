# Generator expressions are lazy except for the first iterable.
g = (print("item", x) or x * x for x in range(3))
print("nothing yet")
print(next(g), sum(g))
print(sum(x for x in range(5)), any(x > 2 for x in [1, 2, 3, 1 / 1]), max((len(w), w) for w in ["a", "bcd", "ef"]))
print(dict((k, v) for k, v in zip("ab", (1, 2))), tuple(x for x in "xy"), "".join(c.upper() for c in "abc"))
try: (x for x in 5)
except TypeError as e: print(e)
n = 1
h = (n * x for x in [1, 2])
n = 10
print(list(h))
