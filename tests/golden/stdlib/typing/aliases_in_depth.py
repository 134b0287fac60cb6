# What libraries do with aliases: substitution, attributes, copies, equality, and the errors of misuse.
import collections.abc
import copy
import pickle
from typing import *


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")
K = TypeVar("K")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Box(Generic[T]):
    capacity = 3


class Pair(Generic[K, T]):
    pass


class Handler(Generic[P, T]):
    pass


class Row(Generic[*Ts]):
    pass


print("-- substitution")
print(Dict[K, List[T]][str, int], Union[T, K, None][int, str], Callable[[T, K], T][int, str])
print(Callable[P, T][[int, str], bool], Callable[Concatenate[int, P], T][[str], bytes], Handler[[int, str], bool], Handler[..., int])
print(Row[int, str], Row[()], Row[*tuple[int, ...]], Tuple[int, *Ts, str][bool, bytes], Annotated[List[T], "note"][int])
print(Pair[K, Box[T]][int, str].__args__, Box[Pair[T, K]].__parameters__)
for misuse in (lambda: Box[int, str], lambda: Box[int][str], lambda: List[T][int, str], lambda: Row[int][str], lambda: Handler[int, str],
               lambda: Generic[int], lambda: Generic[T, T], lambda: Generic[()], lambda: Tuple[T, *Ts][()], lambda: Union[()], lambda: Optional[int, str],
               lambda: Callable[int], lambda: Callable[int, str], lambda: ClassVar[ClassVar[int]], lambda: List[ClassVar[int]], lambda: Annotated[int],
               lambda: Annotated[*Ts, "x"], lambda: Concatenate[int, str], lambda: NoReturn[int], lambda: TypeVar("A", int), lambda: Literal[T][int]):
    attempt(misuse)

print("-- attributes reach the class")
alias = Box[int]
print(alias.capacity, alias.__name__, alias.__module__, alias.__origin__ is Box, alias._inst)
alias.capacity = 5
print(Box.capacity, "capacity" in dir(alias), hasattr(alias, "__wrapped__"))
print(List[int].__name__, List.__qualname__, Optional[int].__name__, Union.__name__, Callable[[int], str].__name__, Annotated[int, 1].__name__)
print(type(alias()).__name__, alias().__orig_class__)
attempt(List[int])
attempt(lambda: Dict())

print("-- equality, copies, pickles")
print(Literal[1, 2, 2, Literal[3]], Literal[1] == Literal[True], Literal[1, 2] == Literal[2, 1], Literal[[], []].__args__)
print(Annotated[Annotated[int, 1], 2], Annotated[int, 1] == Annotated[int, 1], hash(Annotated[int, 1]) == hash(Annotated[int, 1]))
print(P.args == ParamSpec("P").args, P.args == P.args, copy.copy(T) is T, copy.deepcopy(List[T]) == List[T])
for kind in (List[int], Dict[str, Optional[int]], Callable[[int], str], Callable[..., int], Tuple[int, ...], Union[int, str], Literal["a"], Annotated[int, "x"],
             ClassVar[int], Any, Optional, List, Tuple):
    print(pickle.loads(pickle.dumps(kind)) == kind, end=" ")
print()

print("-- no subclasses, no instances, no checks")
for base in (Optional, Optional[int], Literal[1], ClassVar[int], Final, T, P, Ts, Self):
    attempt(lambda: type("Sub", (base,), {}) if False else __import__("types").new_class("Sub", (base,)))
attempt(lambda: __import__("types").new_class("Sub", (type(T),)))
attempt(lambda: __import__("types").new_class("Sub", (Annotated,)))
attempt(isinstance, 1, List[int])
attempt(isinstance, [], List)
attempt(issubclass, dict, Mapping)
attempt(isinstance, 1, Optional[int])
attempt(isinstance, 1, Any)
attempt(Any)
attempt(Union)
attempt(lambda: iter(Optional))
print(isinstance(List, collections.abc.Iterable), isinstance(Union[int, str], collections.abc.Iterable))

print("-- forward references")
reference = ForwardRef("Later", module="somewhere")
print(reference, reference == ForwardRef("Later"), Optional["Later"], List["Box[int]"])
attempt(ForwardRef, "not an expression ::")
attempt(ForwardRef, 1)


class Later:
    pass


def function(a: "Optional[Later]", *rest: "*tuple[int, ...]", b: list["Later"] = None, c: "int | None" = None) -> Annotated["Later", "note"]:
    pass


print(get_type_hints(function))
print(get_type_hints(function, include_extras=True)["return"])
attempt(get_type_hints, 5)
attempt(lambda: get_type_hints(type("Wrong", (), {"__annotations__": {"x": "Missing"}})))
