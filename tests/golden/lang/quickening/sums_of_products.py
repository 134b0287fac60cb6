"""a * b + c * d and a * b - c * d, in loops whose operands change: floats, integers, huge and tiny ones, objects with operators."""


class Scalar:
    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        return f"({self.value}*{other})"

    def __rmul__(self, other):
        return f"({other}*{self.value})"


def total(a, b, c, d):
    return a * b + c * d


def difference(a, b, c, d):
    return a * b - c * d


def determinant(matrix):
    (a, b), (c, d) = matrix
    return a * d - b * c


operands = [
    (1.5, 2.0, 3.0, 0.5), (2.0, 2.0, -2.0, 2.0), (1, 2, 3, 4), (1.5, 2, 3, 0.5), (1e200, 1e200, 1.0, 1.0),
    (1e-200, 1e-200, 1e-300, 1e-20), (0.0, 5.0, -0.0, 5.0), (float("inf"), 0.0, 1.0, 1.0), (2**40, 2**40, 2**40, 2**40),
    (True, 2.5, False, 1.5), (1.5, 2.0, 3.0, 0.5), (1j, 2.0, 3.0, 1j),
]
for numbers in operands * 2:
    print(numbers, total(*numbers), difference(*numbers))

print(total(Scalar("x"), 2, 3, Scalar("y")))
try:
    difference(Scalar("x"), 2.0, 3.0, Scalar("y"))
except TypeError as error:
    print(error)
for numbers in (("ab", 2, 3, "c"), (1.0, 2.0, "x", 1.5), (1.0, 2.0, None, 1.0)):
    try:
        print(total(*numbers))
    except TypeError as error:
        print(error)

for matrix in [[(1.0, 2.0), (3.0, 4.0)], [(1, 2), (3, 4)], [(0.1, 0.2), (0.3, 0.4)]]:
    print(determinant(matrix))


def chosen(flag, a, b):
    # The first product may be jumped over.
    return (a if flag else a * b) + a * b


print([chosen(i % 3 == 0, 1.5, float(i)) for i in range(8)])

# The left product is read, not the one before it.
x = y = 2.0
for _ in range(3):
    x, y = x * x - y * y + 0.5, 2.0 * x * y + 0.25
    print(x, y, x * x + y * y < 4.0)
