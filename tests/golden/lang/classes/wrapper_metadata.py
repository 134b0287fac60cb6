# classmethod and staticmethod look like what they wrap, annotations included, so that singledispatchmethod can register them.
import functools

def function(a: int) -> str:
    "doc"

for wrapper in (classmethod, staticmethod):
    wrapped = wrapper(function)
    print(wrapped.__name__, wrapped.__qualname__, wrapped.__doc__, wrapped.__annotations__, wrapped.__wrapped__ is function, wrapped.__module__)
    print(sorted(wrapped.__dict__), wrapped.__isabstractmethod__)
    wrapped.extra = 3
    print(wrapped.__dict__['extra'], wrapper(5).__wrapped__)

class Shape:
    @functools.singledispatchmethod
    @classmethod
    def of(cls, what): return 'any', what
    @of.register
    @classmethod
    def _(cls, what: int): return 'int', what
    @of.register
    @classmethod
    def _(cls, what: str): return 'str', what
    @functools.singledispatchmethod
    @staticmethod
    def size(what): return 'any size'
    @size.register
    @staticmethod
    def _(what: list): return len(what)

print(Shape.of(1), Shape.of('a'), Shape().of(None), Shape.size([1, 2]), Shape.size(5))
