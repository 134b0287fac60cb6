# +, * and copy() of a subclass of deque call the class.
from collections import deque


class Q(deque):
    def __init__(self, *args):
        print("init", args)
        super().__init__(*args)


q = Q([1, 2], 3)
print(q.copy(), q + q, q * 2)
print(Q([1]) + deque([5]), 2 * Q("ab"))


class Odd(deque):
    def __new__(cls, items=(), maxlen=None):
        return deque.__new__(cls) if not isinstance(items, Odd) else 5


for act in (lambda: Odd([1]) + deque(), lambda: Odd([1]) * 2):
    try:
        print(act())
    except TypeError as e:
        print("TypeError")
