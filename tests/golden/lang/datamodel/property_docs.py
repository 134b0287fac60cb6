# The docstring of a property: given, or the getter's; copies with another getter follow it; subclasses keep it in the instance.
class Getter(property):
    """The class's own."""


class Slotted(property):
    __slots__ = ()


class Thing:
    def read(self):
        """read's"""

    given = property(read, doc="given")
    taken = property(read)
    nothing = property(lambda self: 1)

    @Getter
    def by_subclass(self):
        """the function's"""

    @by_subclass.setter
    def by_subclass(self, value):
        """ignored"""

    given_to_subclass = Getter(read, doc="given to it")
    no_doc = Getter(lambda self: 1)


def other(self):
    """other's"""


for name in ("given", "taken", "nothing", "by_subclass", "given_to_subclass", "no_doc"):
    made = vars(Thing)[name]
    print(name, repr(made.__doc__), repr(made.getter(other).__doc__), repr(made.setter(other).__doc__), repr(made.deleter(other).__doc__))
try:
    Slotted(Thing.read)
except AttributeError as error:
    print(error)
plain = property()
plain.__doc__ = "written"
print(plain.__doc__, plain.getter(other).__doc__)


# The text is the one that the getter had when the property was made; a code object that is assigned is no text to look up.
def late():
    "the first text"


kept = property(late)
late.__doc__ = "a later text"
print(kept.__doc__, property(late).__doc__, sep=" | ")
kept.__doc__ = late.__code__
print(kept.__doc__ is late.__code__, property(late, doc=late.__code__).__doc__ is late.__code__)
print(property(len).__doc__ == len.__doc__, property(late.__code__).__doc__ == late.__code__.__doc__)
