# Ordinary use, mistakes and corners of typing: Union, FrozenSet, join, line_buffering.
import typing; from typing import *; import io, sys

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(Union[int, str], Union[int], Union[int, int, None], Union[int, Union[str, bytes]], Union[int, str] == Union[str, int], Union[int, str].__args__, Union[int, str].__origin__, get_args(Optional[int]), hash(Union[int, str]) == hash(Union[str, int]), Union[int, str] | None, isinstance(5, Union[int, str]), Union['A', int], Union[list[int], None])
err(lambda: Union[()]); err(lambda: Union[5]); err(Union); err(lambda: Union[int, 5]); err(isinstance, 5, Union[list[int], str]); err(issubclass, int, Union[5] if 0 else Union[List[int], str]); err(lambda: Optional[int, str]); err(lambda: Optional[5])
print(FrozenSet[int], FrozenSet, FrozenSet[int].__origin__, FrozenSet[int]([1]) if 0 else '', isinstance(frozenset(), FrozenSet), issubclass(frozenset, FrozenSet), FrozenSet[int].__args__, FrozenSet.__module__); err(lambda: FrozenSet[int, str]); err(lambda: FrozenSet[5]); err(isinstance, 1, FrozenSet[int]); 
print(Text is str, Text.join(',', ['a', 'b']), Text('x')); print(TextIO, IO, IO[str], BinaryIO, isinstance(io.StringIO(), TextIO), TextIO.line_buffering.__isabstractmethod__, IO.isatty.__isabstractmethod__, IO.seek.__name__, issubclass(TextIO, IO), TextIO.__mro__[1].__name__)
class MyIO(TextIO):
    pass
print(MyIO.encoding.__class__.__name__, sorted(n for n in dir(IO) if not n.startswith('_'))); err(MyIO) 
T = TypeVar('T'); K = TypeVar('K', bound=int); C = TypeVar('C', int, str)
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
print(T, K.__bound__, C.__constraints__, Box[int], Box[int](5).v, Box[int].__args__, Box.__parameters__, Box[T][str], get_origin(Box[int]), get_type_hints(Box.__init__), Dict[str, List[int]], Callable[[int], str], Callable[..., Any], Tuple[int, ...], Tuple[()], Type[int], Literal[1, 'a'], Final[int], ClassVar[int], Annotated[int, 'meta'].__metadata__, get_args(Callable[[int], str]), cast(int, 'x'), NewType('UserId', int)(5), Any, NoReturn, get_type_hints(lambda: 0))
err(TypeVar, 'X', int); err(TypeVar); err(TypeVar, 5) ; err(lambda: Box[int, str]); err(lambda: List[int, int]); err(lambda: Dict[int]); err(lambda: Callable[int]); err(lambda: Callable[int, str]); err(lambda: Literal); err(lambda: Generic[int]); err(lambda: Generic[T, T]); err(Any); err(lambda: ClassVar[5]); err(lambda: Annotated[int]); err(isinstance, 5, List[int]); err(isinstance, 1, Any) if 0 else None; err(lambda: Tuple[5] if 0 else Tuple[..., int]); err(get_type_hints, 5); err(lambda: T[int]); err(NamedTuple, 'N', [('a', int), ('b',)]); err(TypedDict, 'D', 5) ; err(Protocol); err(lambda: Final[int, str]); err(lambda: Type[int, str])
class P(NamedTuple): x: int; y: str = 'd'
class D(TypedDict, total=False): a: int
@runtime_checkable
class Sized2(Protocol):
    def size(self) -> int: ...
class Has:
    def size(self): return 1
print(P(1), P._field_defaults, P.__annotations__, D(a=1), D.__total__, D.__optional_keys__, isinstance(Has(), Sized2), issubclass(int, Sized2), assert_never.__name__, get_type_hints(P), is_typeddict(D), final(Has) is Has, Has.__final__, TYPE_CHECKING, reveal_type.__name__); err(P); err(assert_never, 5); err(isinstance, Has(), type('Q', (Protocol,), {}))
