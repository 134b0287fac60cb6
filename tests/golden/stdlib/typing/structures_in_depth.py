# NamedTuple, TypedDict, NewType, protocols, overloads: inheritance and the errors of misuse.
import types
from typing import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")

print("-- NamedTuple")


class Point(NamedTuple, Generic[T]):
    x: T
    y: T = 0

    def double(self):
        return self._replace(x=self.x * 2)


print(Point(1).double(), Point[int], Point[int](3), Point.__bases__, Point.__orig_bases__[1], Point._field_defaults)
attempt(types.new_class, "Mixed", (NamedTuple, Later := type("Later", (), {})))
attempt(types.new_class, "Twice", (NamedTuple, NamedTuple), {}, lambda ns: ns.update(__annotations__={"x": int}, __module__="m"))
attempt(types.new_class, "Own", (NamedTuple,), {}, lambda ns: ns.update(__annotations__={"x": int}, __module__="m", _make=1))
attempt(types.new_class, "Order", (NamedTuple,), {}, lambda ns: ns.update(__annotations__={"x": int, "y": int}, x=1, __module__="m"))
attempt(NamedTuple, "Same", [("a", int), ("a", str)])
attempt(NamedTuple, "Text", [("a", 1)])
print(NamedTuple("Made", [("a", int)])(1), NamedTuple("Made", [("a", int)]).__annotations__)

print("-- TypedDict")


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Rated(Movie, total=False):
    stars: int
    title: Required[str]


class Page(TypedDict, Generic[T]):
    items: list[T]


for kind in (Movie, Rated, Page):
    print(kind.__name__, sorted(kind.__required_keys__), sorted(kind.__optional_keys__), kind.__total__, kind.__annotations__)
print(get_type_hints(Rated), get_type_hints(Rated, include_extras=True)["year"], Page[int], is_typeddict(Page), is_typeddict(Page[int]), is_typeddict(dict))
print(Rated(title="x", stars=3), Movie.__mro__, TypedDict("Made", {"a": int, "in": str}).__annotations__)
attempt(isinstance, {}, Movie)
attempt(types.new_class, "Mixed", (Movie, dict))
attempt(TypedDict, "Both", {"a": int}, b=str)
attempt(TypedDict, "Wrong", {"a": ()})

print("-- NewType")
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__name__, UserId.__supertype__, UserId | None)
attempt(types.new_class, "Special", (UserId,))
attempt(isinstance, 1, UserId)
attempt(UserId)
attempt(UserId, 1, 2)
attempt(UserId, x=1)

print("-- protocols")


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


class Named(Protocol):
    name: str


class File:
    close = None


class Socket:
    def close(self):
        pass


@Closes.register
class Registered:
    pass


print(isinstance(Socket(), Closes), isinstance(File(), Closes), issubclass(Socket, Closes), issubclass(Registered, Closes))
attempt(isinstance, Socket(), Named)
attempt(issubclass, Socket, Named)
attempt(issubclass, Socket, runtime_checkable(Named))
attempt(Closes)
attempt(types.new_class, "Mixed", (Protocol, Socket))
attempt(runtime_checkable, Socket)


class Both(Closes, Protocol[T]):
    def open(self) -> T: ...


print(Both.__parameters__, Both._is_protocol, Socket._is_protocol if hasattr(Socket, "_is_protocol") else "no protocol")

print("-- functions")


class Reader:
    @overload
    def read(self, size: int) -> bytes: ...
    @overload
    def read(self, size: None = None) -> str: ...
    def read(self, size=None):
        return size


print([sorted(f.__annotations__) for f in get_overloads(Reader.read)], get_overloads(attempt))
clear_overloads()
print(get_overloads(Reader.read))
attempt(get_overloads, 5)


@no_type_check
class Plain:
    a: "No Type"

    def method(self, b: "Not One Either"):
        pass

    class Inner:
        c: "Nor This"


print(get_type_hints(Plain), get_type_hints(Plain.method), get_type_hints(Plain.Inner))


@final
class Last:
    pass


@dataclass_transform(kw_only_default=True)
def model(cls):
    return cls


print(Last.__final__, model.__dataclass_transform__)
attempt(assert_never, "x" * 200)
print(get_origin(Annotated[int, 1]), get_origin(Generic[T]), get_origin(Callable[[], int]), get_origin(int | str), get_origin(int))
print(get_args(Callable[[int, str], bool]), get_args(Callable[..., int]), get_args(Annotated[int, 1, 2]), get_args(Literal[1, "a"]), get_args(List))
