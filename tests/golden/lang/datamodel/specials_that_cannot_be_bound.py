# A special method whose descriptor fails: comparisons, hash(), repr() and iter() take it for one that is not there, the others raise.
def fails(self):
    raise AttributeError("not today")


class Equal:
    __eq__ = property(fails)
    __hash__ = property(fails)


class Ordered:
    __lt__ = property(fails)


class Shown:
    __repr__ = property(fails)
    __str__ = property(fails)


class Iterated:
    __iter__ = property(fails)


class Others:
    __len__ = __bool__ = __contains__ = __neg__ = __add__ = __getitem__ = __index__ = __call__ = __enter__ = __exit__ = property(fails)


print(Equal() == Equal(), Equal() != Equal(), repr(Shown()).startswith("<Shown object at 0x"))
others = Others()


def enter():
    with others:
        pass


for use in [
    lambda: hash(Equal()),
    lambda: Ordered() < Ordered(),
    lambda: str(Shown()),
    lambda: iter(Iterated()),
    lambda: len(others),
    lambda: bool(others),
    lambda: 1 in others,
    lambda: -others,
    lambda: others + 1,
    lambda: others[0],
    lambda: [1][others],
    lambda: others(),
    enter,
]:
    try:
        print(use())
    except Exception as error:
        print(type(error).__name__, error)
