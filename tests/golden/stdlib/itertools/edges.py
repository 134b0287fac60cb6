# Arguments, errors and edge cases of every iterator.
import itertools as it, operator
from itertools import *
def t(f):
  try: print(f())
  except Exception as e: print(type(e).__name__, e)
t(lambda: list(islice(count(), 3))); t(lambda: list(islice(count(5, -2), 4))); t(lambda: count("a")); t(lambda: repr(count(1.5, 0.5))); t(lambda: list(islice(count(2**62-2), 5))); t(lambda: repr(count(3)))
t(lambda: list(islice(cycle("ab"), 5))); t(lambda: list(cycle([]))); t(lambda: list(repeat(1, 3))); t(lambda: repeat(1)); t(lambda: repeat(1, 2)); t(lambda: list(repeat(1, -1))); t(lambda: repeat()); t(lambda: list(repeat(object=1, times=2)))
t(lambda: list(accumulate([1, 2, 3]))); t(lambda: list(accumulate([1, 2, 3], operator.mul))); t(lambda: list(accumulate([], initial=5))); t(lambda: list(accumulate([1, 2], initial=10))); t(lambda: list(accumulate("abc")))
t(lambda: list(chain("ab", [1]))); t(lambda: list(chain.from_iterable(["ab", "c"]))); t(lambda: list(chain(1))); t(lambda: list(chain()))
t(lambda: list(compress("abcdef", [1, 0, 1]))); t(lambda: list(dropwhile(lambda x: x < 3, [1, 4, 1]))); t(lambda: list(takewhile(lambda x: x < 3, [1, 4, 1]))); t(lambda: list(filterfalse(None, [0, 1, 2]))); t(lambda: list(filterfalse(lambda x: x % 2, range(5)))); t(lambda: list(starmap(pow, [(2, 3), (3, 2)]))); t(lambda: list(starmap(pow, [1])))
t(lambda: list(islice(range(10), 2, 8, 3))); t(lambda: list(islice("abcdef", 2, None))); t(lambda: list(islice("abc", -1))); t(lambda: list(islice("abc", 0, 2, 0))); t(lambda: islice("abc")); t(lambda: list(islice("abc", 5, 9))); t(lambda: list(islice("abc", "x"))); t(lambda: list(islice(range(100), 3, 3)))
i = iter(range(10)); t(lambda: list(islice(i, 3))); t(lambda: list(i))
i = iter(range(10)); t(lambda: list(islice(i, 1, 5, 3))); t(lambda: next(i))
t(lambda: list(zip_longest("abc", "x", fillvalue="-"))); t(lambda: list(zip_longest())); t(lambda: list(zip_longest([1], [], [2, 3]))); t(lambda: zip_longest("a", foo=1))
t(lambda: list(pairwise("abcd"))); t(lambda: list(pairwise("a")))
t(lambda: [(k, list(g)) for k, g in groupby("aabbca")]); t(lambda: [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], lambda x: x % 2)]); t(lambda: list(groupby([])))
g = groupby("aab"); a = next(g); b = next(g); t(lambda: list(a[1])); t(lambda: list(b[1]))
a, b = tee([1, 2, 3]); t(lambda: (list(a), list(b))); t(lambda: tee("ab", 0)); t(lambda: tee("a", -1)); t(lambda: [list(x) for x in tee(range(100), 3)] == [list(range(100))] * 3)
t(lambda: list(product("ab", [1, 2]))); t(lambda: list(product())); t(lambda: list(product("ab", repeat=2))); t(lambda: list(product("ab", []))); t(lambda: product("a", repeat=-1)); t(lambda: product("a", rep=1)); t(lambda: list(product("a", repeat=0)))
t(lambda: list(permutations("abc"))); t(lambda: list(permutations("abc", 2))); t(lambda: list(permutations("ab", 3))); t(lambda: list(permutations("ab", 0))); t(lambda: list(permutations("ab", -1)))
t(lambda: list(combinations("abcd", 2))); t(lambda: list(combinations("ab", 3))); t(lambda: list(combinations("ab", 0))); t(lambda: combinations("ab", -1)); t(lambda: list(combinations_with_replacement("abc", 2))); t(lambda: list(combinations_with_replacement("", 2))); t(lambda: list(combinations_with_replacement("a", 0)))
for n in ("count", "cycle", "chain", "islice", "product", "groupby"): t(lambda: getattr(it, n))
t(lambda: chain.from_iterable()); t(lambda: accumulate()); t(lambda: starmap(1)); t(lambda: combinations("a")); t(lambda: cycle(5)); t(lambda: count(1, 2, 3)); t(lambda: list(chain([1], 5)))
t(lambda: type(iter(count())).__name__); t(lambda: operator.length_hint(repeat(1, 5)))

# Which of several wrong arguments is told.
import itertools

for make in (lambda: itertools.islice("abc", "x", "y"), lambda: itertools.islice("abc", "x", 1), lambda: itertools.islice("abc", -5),
             lambda: itertools.islice("abc", -1), lambda: itertools.islice("abc", 0, -5), lambda: itertools.islice("abc", -1, 5),
             lambda: itertools.combinations(5, "x"), lambda: itertools.combinations(5, -1), lambda: itertools.combinations("ab", -1),
             lambda: itertools.combinations_with_replacement(5, 1.5), lambda: itertools.permutations(5, "x"), lambda: itertools.permutations("ab", "x")):
    try:
        print(list(make()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
