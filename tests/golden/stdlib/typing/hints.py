# Hints at run time: what get_type_hints, get_args and get_origin tell, and what the special forms print.
import collections.abc
import typing
from typing import *


class Movie(TypedDict, total=False):
  name: Required[str]
  year: int


class Strict(TypedDict):
  a: int
  b: NotRequired[str]


class Point(NamedTuple):
  x: int
  y: int = 0


UserId = NewType("UserId", int)
T = TypeVar("T")
K = TypeVar("K", bound=str)
V = TypeVar("V", int, str, covariant=False)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Box(Generic[T]):
  item: T

  def get(self: "Box[T]", default: Optional["Box"] = None) -> T: ...


class Shape(Protocol):
  def area(self) -> float: ...


@runtime_checkable
class Closer(Protocol):
  def close(self): ...


def function(a: int, b: "list[str]", *c: Annotated[float, "meta"], d: "Optional[int]" = None) -> Literal["x", 1]: ...


print(get_type_hints(function), get_type_hints(function, include_extras=True)["c"], get_type_hints(Movie), get_type_hints(Movie, include_extras=True))
print(Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, Strict.__required_keys__, Strict.__optional_keys__, Movie(name="x"), is_typeddict(Movie), is_typeddict(dict))
print(UserId(5), UserId, UserId.__supertype__, Point(1), Point._field_defaults, get_type_hints(Point), get_type_hints(Box.get))
print(T, K, V, P, Ts, K.__bound__, V.__constraints__, P.args, P.kwargs, T.__covariant__)
for hint in (List[int], Dict[str, List[int]], Union[int, str, None], Optional[int], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., Any], Type[int], Literal[1, "a", None],
             Annotated[int, 1, 2], ClassVar[int], Final[int], Box[int], Iterable[T], Generator[int, None, str], AsyncIterator[int], Awaitable[str], Coroutine[int, str, bool], Deque[int],
             DefaultDict[str, int], Counter[str], ChainMap[str, int], OrderedDict[str, int], FrozenSet[int], Set[str], AbstractSet[int], Mapping[str, int], MutableMapping[str, int],
             Sequence[int], MutableSequence[int], MutableSet[int], Collection[int], Container[int], Reversible[int], KeysView[str], ValuesView[int], ItemsView[str, int], MappingView,
             Hashable, Sized, Iterator[int], AsyncIterable[int], AsyncGenerator[int, str], ContextManager[int], AsyncContextManager[int], Pattern[str], Match[bytes], IO[str], TextIO,
             BinaryIO, ByteString, Text, SupportsInt, SupportsFloat, SupportsAbs[int], SupportsIndex, SupportsBytes, SupportsComplex, SupportsRound[int], NoReturn, Never, Self, LiteralString,
             TypeAlias, TypeGuard[int], Concatenate[int, P], Callable[P, int], Callable[Concatenate[int, P], T], Unpack[Ts], Tuple[Unpack[Ts]], Required[int], NotRequired[str], Any, AnyStr,
             list[int], dict[str, int] | None, int | str, ForwardRef("Later"), Union[int], Union[int, int], Optional[Union[int, None]], Dict[K, V][str, int], Callable[[T], T][int]):
  print(hint, "Annotated" if get_origin(hint) is Annotated else get_origin(hint), get_args(hint))
print(Box[int].__origin__, Box[int].__args__, Box.__parameters__, Box[T].__parameters__, Dict[K, List[V]].__parameters__, Box[int]() is not None, Union[int, str] == Union[str, int],
      List[int] == list[int], hash(List[int]) == hash(List[int]), Optional[int].__args__, isinstance([], List), isinstance(open, Callable), issubclass(dict, Mapping))
print(isinstance(open, Closer), isinstance(type("A", (), {"close": 1})(), Closer), cast(int, "x"), Annotated[int, 5].__metadata__, Annotated[Annotated[int, 1], 2], Literal[1, 1, 2])


@overload
def many(a: int) -> int: ...
@overload
def many(a: str) -> str: ...
def many(a): return a


@no_type_check
def unchecked(a: "not a type at all") -> 1: ...


@final
class Last:
  @final
  def method(self): ...


@dataclass_transform(eq_default=False, field_specifiers=(int,))
def model(cls): return cls


print(len(get_overloads(many)), many(3), get_type_hints(unchecked), Last.__final__, Last.method.__final__, model.__dataclass_transform__["eq_default"], assert_type(5, int))
clear_overloads()
print(get_overloads(many))
for function in (lambda: assert_never(5), lambda: Movie(1), lambda: isinstance(5, List[int]), lambda: isinstance(5, Shape), lambda: List[int, str], lambda: Optional[int, str], lambda: Union[()],
                 lambda: Callable[int], lambda: Literal, lambda: Box[int, str], lambda: TypeVar("X", int), lambda: TypeVar("X", bound=1, covariant=True, contravariant=True), lambda: Any(),
                 lambda: ClassVar[ClassVar[int]], lambda: Final[1:2], lambda: Generic[int], lambda: Self[int], lambda: Union[1], lambda: NamedTuple("N", [("a", int), ("b", str)])(1, "x"),
                 lambda: TypedDict("TD", {"a": int}).__annotations__, lambda: Shape(), lambda: get_type_hints(5), lambda: get_type_hints(lambda x: 1), lambda: ForwardRef("a b"),
                 lambda: isinstance({}, Movie), lambda: issubclass(int, Closer), lambda: Annotated[int], lambda: Concatenate[int], lambda: Unpack[int, str]):
  try:
    print(function())
  except Exception as error:
    print(type(error).__name__, error)
