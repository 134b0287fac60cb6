# isinstance() and issubclass() take objects for classes when their __bases__ is a tuple.
class Pretend:
    def __init__(self, name, *bases):
        self.name = name
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases


class Instance:
    def __init__(self, cls):
        self.cls = cls

    @property
    def __class__(self):
        return self.cls


class Failing:
    @property
    def __bases__(self):
        raise RuntimeError("no bases today")


class Hiding:
    @property
    def __bases__(self):
        raise AttributeError("hidden")


base = Pretend("base")
middle = Pretend("middle", Pretend("other"), base)
leaf = Pretend("leaf", middle)
print(issubclass(leaf, base), issubclass(base, leaf), issubclass(leaf, leaf), issubclass(leaf, (int, base)))
print(isinstance(Instance(leaf), base), isinstance(Instance(base), leaf), isinstance(3, base), issubclass(leaf, int), issubclass(int, base))
for function, arguments in [(isinstance, (1, Failing())), (isinstance, (1, Hiding())), (issubclass, (Failing(), int)), (issubclass, (Hiding(), int)),
                            (issubclass, (int, Hiding()))]:
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
