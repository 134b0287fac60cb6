# Generic aliases: subclasses of types.GenericAlias, Callable of collections.abc, and what variables of all kinds are replaced by.
import collections.abc
import types
import typing

T, P, Ts = typing.TypeVar("T"), typing.ParamSpec("P"), typing.TypeVarTuple("Ts")
C = collections.abc.Callable

class Alias(types.GenericAlias):
  def __repr__(self): return f"Alias<{self.__args__}>"
alias = Alias(list, (T,))
print(alias, type(alias).__name__, alias.__origin__, alias == types.GenericAlias(list, T), type(alias[int]).__name__, alias(), alias.__mro_entries__((alias,)))

for expression in """C[[int], str]
C[[], int]
C[..., int]
C[[T], T][int]
C[[int, T], T].__args__
C[T, int]
C[int]
C[[int], str, 3]
type(C[[int], str])
C[[int], str] == C[[int], str]
C[(int, str), int]
C[[[int]], str]
C[[int], str][int]
C["x", int]
C[[C[[T], T]], T][int]
C[[int], str].__reduce__()
list[C[[int], T]][str]
C[[int], T] | None
C[P, int]
C[P, T][[int, str], float]
C[P, T][int, str]
C[P, int][...]
C[P, int][[int]]
C[typing.Concatenate[int, P], T][[str], int]
C[P, int][int, str]
C[P, int][P]
C[P, T][T]
list[T]["x"]
list[T][None]
list[P][int]
list[P][int, str]
dict[P, T][[int], str]
tuple[*Ts][int, str]
tuple[*Ts][()]
tuple[T, *Ts][int, str, float]
tuple[T, *Ts][int]
tuple[T, *Ts][()]
tuple[*Ts, T][int, str]
list[Ts][int]
tuple[*tuple[T, ...]][int]
list[T | None][int]
list[T][()]
list[T][int, str]
list[int].__repr__
list[int].__hash__
typing.Callable[int, str]""".split("\n"):
  try: print(expression, "->", eval(expression))
  except Exception as e: print(expression, "->", type(e).__name__, e)
