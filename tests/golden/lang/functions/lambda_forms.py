# lambda with every kind of parameter.
print((lambda: 1)(), (lambda x: x * 2)(4), (lambda x, y=3: x + y)(1))
print((lambda *a, **k: (a, k))(1, 2, z=3), (lambda *, k: k)(k=9), (lambda a, /: a)(7))
print((lambda x: (lambda y: x + y))(10)(5))
print(sorted([(1, "b"), (0, "c"), (2, "a")], key=lambda pair: pair[1]))
print((lambda: (yield))().__class__.__name__)
print([f(3) for f in (lambda n: n, lambda n: n if n > 5 else -n)])
