# A custom mro() that fails, looks at its unfinished class, or changes bases itself; a class that loses __next__ in a loop.
class Meta(type):
    def mro(cls):
        if cls.__mro__ is None:
            try:
                super(cls, cls).anything
            except AttributeError as error:
                print(type(error).__name__)
            if cls.__name__ != "Below":
                try:
                    class Below(cls):
                        pass
                except TypeError as error:
                    print(error)
        return type.mro(cls)


class Odd(metaclass=Meta):
    pass


class Failing(type):
    broken = False

    def mro(cls):
        if Failing.broken and cls.__name__ == "Leaf":
            raise ValueError("no order today")
        return type.mro(cls)


class First(metaclass=Failing):
    name = "first"


class Second(metaclass=Failing):
    name = "second"


class Node(First):
    pass


class Leaf(Node):
    pass


Failing.broken = True
try:
    Node.__bases__ = (Second,)
except ValueError as error:
    print(error)
print(Node.name, Leaf.name, [c.__name__ for c in Leaf.__mro__], Node in First.__subclasses__(), Node in Second.__subclasses__())
Failing.broken = False
Node.__bases__ = (Second,)
print(Node.name, Leaf.name, [c.__name__ for c in Leaf.__mro__])
for bases in ((Node,), (Leaf,), (Second, Second), (object,), (), "x"):
    try:
        Node.__bases__ = bases
    except TypeError as error:
        print(error)


class Fickle(type):
    ready = False

    def mro(cls):
        if Fickle.ready and cls.__name__ in ("Left", "Right"):
            (Right if cls is Left else Left).__bases__ = (cls,)
        return type.mro(cls)


class Top(metaclass=Fickle):
    pass


class Left(Top):
    pass


class Right(Top):
    pass


Fickle.ready = True
try:
    Left.__bases__ += ()
except TypeError as error:
    print(error)


class Reversed(type):
    def mro(cls):
        return type.mro(cls)[::-1]


class Backwards(metaclass=Reversed):
    pass


print(Backwards.__mro__[0].__name__, isinstance(Backwards(), Backwards))


class Counter:
    def __iter__(self):
        return self


def only_once(self):
    del Counter.__next__
    return 1


for use in ("for item in Counter(): print(item)",):
    Counter.__next__ = only_once
    try:
        exec(use)
    except (TypeError, AttributeError) as error:
        print(error)


class SlotsOne:
    __slots__ = ("b", "a")


class SlotsTwo:
    __slots__ = ["a", "b"]


thing = SlotsOne()
thing.a, thing.b = 1, 2
thing.__class__ = SlotsTwo
print(thing.a, thing.b, type(thing).__name__)


class SlotsWeak:
    __slots__ = ("a", "b", "__weakref__")


for name in ("\x80", "1a", "a b", ""):
    try:
        type("T", (), {"__slots__": [name]})
    except TypeError as error:
        print(error)
try:
    thing.__class__ = SlotsWeak
except TypeError as error:
    print(error)
