# Iterating over a generic alias gives one item: the alias with a star, as it stands in list[*tuple[int, str]].
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")
[star] = tuple[int, str]
print(star, type(star), star.__origin__, star.__args__)
print(star.__unpacked__, tuple[int].__unpacked__)
print(star.__typing_unpacked_tuple_args__, tuple[int].__typing_unpacked_tuple_args__, next(iter(list[int])).__typing_unpacked_tuple_args__)
print(star == tuple[int, str], star != tuple[int, str], star == next(iter(tuple[int, str])), hash(star) == hash(tuple[int, str]))
print(list[*tuple[int, str]], tuple[T, *tuple[K, ...]], tuple[T, *tuple[K, ...]][int, str])
print((*list[int],), [*dict[str, int]], {**{}, "items": len([*set[int]])})
print(1 in list[int], star in [star], star in tuple[int, str])


def keep(*args: *tuple[int, ...]):
    return args


print(keep.__annotations__, keep(1, 2))
for alias in list[T], tuple[T, K]:
    (item,) = alias
    print(item, item.__parameters__)
