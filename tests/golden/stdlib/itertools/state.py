# What copy and pickle see of the iterators, and that copies go on where the original stood.
import copy
import itertools as it
import operator
import pickle
import re


def show(name, iterator, taken=0):
    for _ in range(taken):
        next(iterator)
    print(name, re.sub(r" at 0x\w+", "", repr(iterator.__reduce__())))


three = [1, 2, 3]
for taken in (0, 2, 3, 4):
    show("cycle", it.cycle(three), taken)
show("repeat", it.repeat(5, 3), 1)
show("chain", it.chain([1], [2]), 1)
show("takewhile", it.takewhile(bool, [1, 0]), 1)
show("accumulate", it.accumulate(three, initial=5))
show("accumulate", it.accumulate(three, operator.mul), 2)
nones = it.accumulate([None, 2], lambda a, b: b)
show("accumulate", nones, 1)
show("islice", it.islice(three, 0, None, 2), 1)
show("zip_longest", it.zip_longest("ab", "c", fillvalue=1), 2)
groups = it.groupby("aab")
key, group = next(groups)
show("groupby", groups)
next(groups)
show("group", group)
show("product", it.product("ab", [1, 2]), 2)
for make in (it.combinations, it.combinations_with_replacement, it.permutations):
    show(make.__name__, make("abc", 2), 2)
    show(make.__name__, make("abc", 5))

for make in (lambda: it.cycle(three), lambda: it.chain([1], [2, 3]), lambda: it.islice(range(10), 2, 9, 3), lambda: it.product("abc", [1, 2]),
             lambda: it.permutations("abcd", 2), lambda: it.zip_longest("abc", "d"), lambda: it.tee("abcd", 1)[0], lambda: it.groupby("aabbc", ord)):
    for taken in range(3):
        iterator = make()
        for _ in range(taken):
            next(iterator)
        copied = copy.deepcopy(iterator)
        print(type(iterator).__name__, taken, [x[0] if "groupby" in repr(iterator) else x for x in it.islice(copied, 5)])
print(list(pickle.loads(pickle.dumps(it.chain("ab", "c")))))

for iterator, state in ((it.cycle(three), 5), (it.cycle(three), ()), (it.chain(), (1,)), (it.islice(three, 2), "a"), (it.product("ab"), (1, 2)),
                        (it.permutations("ab"), (1, 2)), (it.product("abc"), (-99,)), (it.combinations("abcd", 2), (99, 99))):
    try:
        iterator.__setstate__(state)
        print(list(it.islice(iterator, 3)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Named(it.chain):
    def __init__(self, *iterables, name):
        self.name = name


print(Named("ab", name="n").name, list(Named("ab", name="n")))
try:
    it.takewhile(bool, [], name=1)
except TypeError as e:
    print(e)
