# What typing does at run time.
from typing import NotRequired, Required, Optional, Union, List, Any, TypeVar, Generic, NamedTuple, Protocol, runtime_checkable, cast, TYPE_CHECKING, Callable, Final, Literal
print(TYPE_CHECKING, cast(int, "x"), Optional[int], Union[int, str], List[int], Any)
T = TypeVar("T")
class Box(Generic[T]):
  def __init__(self, v: T): self.v = v
print(Box[int](5).v, T.__name__)
class Pt(NamedTuple):
  x: int
  y: int = 0
print(Pt(1), Pt(1, 2)._fields)
@runtime_checkable
class Closable(Protocol):
  def close(self): ...
class F:
  def close(self): pass
print(isinstance(F(), Closable), isinstance(5, Closable))
def f(a: "Optional[int]" = None, *b: Callable[[int], str]) -> Literal["x"]: return a
print(f(), f.__annotations__["a"])
for form in (Required, NotRequired, Final):
    try:
        form[int, str]
    except TypeError as error:
        print(error)
