# Constructors of named tuples with few and many fields; variables of a function under other names.
import inspect
from collections import namedtuple
for n in range(9):
    names = [f'f{i}' for i in range(n)]
    P = namedtuple('P', names, defaults=(1, 2)[:n])
    print(inspect.signature(P), inspect.signature(P.__new__), P.__new__.__code__.co_varnames, P.__new__.__code__.co_filename, P.__new__.__code__.co_name, P.__new__.__name__, P.__new__.__qualname__, P.__new__.__doc__, P.__new__.__module__, P.__new__.__defaults__)
    print(P(*range(n)), P(**{k: 1 for k in names}))
    for bad in (tuple(range(n + 1)), ()):
        try:
            print(P(*bad))
        except TypeError as e:
            print(e)
    try:
        P(zz=1)
    except TypeError as e:
        print(e)
Q = namedtuple('Q', 'a class b a', rename=True)
print(Q(1, 2, 3, 4), Q._fields)


def f(a, b):
    c = a + b
    return c


g = type(f)(f.__code__.replace(co_varnames=('x', 'y', 'z')), {})
print(g(x=1, y=2), g.__code__.co_varnames, f.__code__.co_varnames, f(a=1, b=2))
