# Lists, dictionaries, sets, tuples, slices, sorting and comprehensions.
rows = {n: [n * k for k in range(n % 5)] for n in range(200)}
rows |= {str(n): n for n in range(100)}
print(len(rows), sum(len(row) for row in rows.values() if isinstance(row, list)))
names = sorted((str(n) for n in range(300)), key=lambda text: (len(text), text[::-1]))
names[5:250:3] = []if False else names[5:250:3][::-1]
names += names[:10] * 5
print(names[:5], len(set(names)), names.index("7"), max(names, key=len))
pairs = list(zip(names, range(len(names))))
print(dict(pairs[:3]), {1, 2, 3} & {2, 3, 4}, {n % 7 for n in range(100)}, [*range(5), *"ab"], (1, 2) * 3)
nested = [[[]]]
for _ in range(12):
  nested = [nested, nested[:1]]
print(len(repr(nested)) > 100)
