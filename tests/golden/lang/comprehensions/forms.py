# List, set and dict comprehensions with several loops and conditions.
print([x * y for x in range(3) for y in range(3) if x != y if y], {x % 3 for x in range(10)}, {k: k ** 2 for k in range(4)}, [[i * j for j in range(3)] for i in range(2)])
print([(a, b) for a, b in [(1, 2), (3, 4)]], [*(x for x in "ab")], [x if x else "z" for x in [0, 1]], [y for x in ([1, 2], [3]) for y in x], {**{k: 1 for k in "ab"}})
print([lambda: x for x in range(1)][0](), [a for a, *_ in ["xyz"]], [i for i in range(5) if i % 2 if i > 2], list(filter(None, [0, 1, "", "a"])), [print(i, end=" ") for i in range(2)])
