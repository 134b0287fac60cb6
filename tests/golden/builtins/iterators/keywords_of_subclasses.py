# Built-in iterators and float take keywords only in subclasses that have an __init__ for them; tee() of a copy gives the copy itself.
import itertools


def made(cls, *args):
    try:
        return type(cls(*args, keyword=1)).__name__
    except TypeError as error:
        return error


for base, args in ((filter, (None, [1])), (map, (str, [1])), (reversed, ([1],)), (float, (1,)), (itertools.cycle, ([1],))):
    plain = type("Plain", (base,), {})
    print(made(base, *args), "|", made(plain, *args))
    with_init = type("WithInit", (base,), {"__init__": lambda self, *args, keyword: None})
    print(made(with_init, *args))

first, second = itertools.tee("abc")
again, other = itertools.tee(first)
print(again is first, other is first, list(again), list(other), list(second))
