# Every iterator, with its odd arguments.
import itertools as it
import operator

print(list(it.islice(it.count(5, -2), 4)), list(it.islice(it.count(0.5, 0.25), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat("x", 3)))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max, initial=0)), list(it.accumulate([], initial=7)), list(it.accumulate("abc", operator.add)))
print(list(it.chain("ab", [], (1,))), list(it.chain.from_iterable(["ab", "c"])), list(it.compress("abcd", [1, 0, True, ""])))
print(list(it.dropwhile(str.islower, "abCd")), list(it.takewhile(str.islower, "abCd")), list(it.filterfalse(None, [0, 1, "", "x"])), list(it.filterfalse(str.islower, "aB")))
print([(k, list(g)) for k, g in it.groupby("aabbbca")], [(k, len(list(g))) for k, g in it.groupby(range(10), lambda n: n // 4)])
print(list(it.islice("abcdefg", 2)), list(it.islice("abcdefg", 2, None)), list(it.islice("abcdefg", 1, 6, 2)), list(it.pairwise("abcd")), list(it.pairwise("a")))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), [list(t) for t in it.tee("abc", 3)], list(it.zip_longest("ab", [1, 2, 3], fillvalue="-")))
print(list(it.product("ab", [1, 2])), list(it.product("ab", repeat=2)), list(it.product()), list(it.product("ab", [])))
print(list(it.permutations("abc", 2)), list(it.permutations("ab")), list(it.combinations("abcd", 3)), list(it.combinations_with_replacement("ab", 3)))
print(repr(it.count(3)), repr(it.count(1, 2)), repr(it.repeat(1)), repr(it.repeat("a", 2)), it.repeat(0, 5).__length_hint__())
left, right = it.tee(iter("abc"))
print(next(left), next(left), list(right), list(left))
for call, arguments in ((it.islice, ("a", -1)), (it.islice, ("a", 0, 1, 0)), (it.combinations, ("a", -1)), (it.product, ("a", 5)), (it.count, ("a",)), (it.tee, ("a", -1)),
                        (it.repeat, ()), (it.permutations, ("a", "b")), (it.starmap, (pow, [1])), (it.groupby, (5,)), (it.zip_longest, (5,))):
  try:
    print(list(call(*arguments)))
  except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
