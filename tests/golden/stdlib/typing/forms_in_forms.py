# Which forms can stand in which, and what has a union.
from typing import *

P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
for make in (lambda: Required[Final[int]], lambda: NotRequired[ClassVar[int]], lambda: Required[ClassVar], lambda: Required[Required[int]],
             lambda: Annotated[ClassVar[int], 1], lambda: Annotated[ClassVar, 1], lambda: Annotated[5, 1], lambda: Annotated[..., 1],
             lambda: Final[ClassVar[int]], lambda: List[Required[int]], lambda: Ts | None, lambda: int | Ts, lambda: P | None,
             lambda: TypeVar("T") | None, lambda: TypeVar("T", infer_variance=True), lambda: ParamSpec("P", infer_variance=True)):
    try:
        print(make())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
for form in (Annotated[int, 1], Annotated[List[int], 1], Annotated["X", 1]):
    print(form.__module__, form.__name__, form.__doc__ is None)
for part in (P.args, P.kwargs):
    try:
        hash(part)
    except TypeError as error:
        print(error)
