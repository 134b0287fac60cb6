# obj.__class__ = C: objects of variable size (int, tuple, bytes) keep their dictionary where only subclasses of the class that added it look.
def attempt(old, new):
    value = old()
    try:
        value.__class__ = new
        print(old.__name__, "became", type(value).__name__)
    except TypeError as error:
        print(error)

def classes(base, **namespace):
    first = type(base.__name__.title() + "A", (base,), dict(namespace))
    second = type(base.__name__.title() + "B", (base,), dict(namespace))
    return first, second, type(first.__name__ + "Child", (first,), {})

for base in (int, tuple, bytes, str, float, list, set, dict, frozenset, complex):
    first, second, child = classes(base)
    attempt(first, second)
    attempt(first, child)
attempt(*classes(int, __slots__=())[:2])

# What type() adds to a namespace, in order.
class Documented:
    """Has a docstring."""
    x = 1
class Plain:
    y = 2
print(list(Documented.__dict__), list(Plain.__dict__))
print(None.__doc__, type(None).__doc__, type(...).__doc__, ().__doc__ == tuple.__doc__)
