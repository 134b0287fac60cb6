# isdisjoint() of sets that iterate, count and contain in their own way.
class Odd(set):
    def __iter__(self):
        print("iter")
        return iter([99])


class Long(Odd):
    def __len__(self):
        return 7

    def __contains__(self, item):
        print("contains", item)
        return True


class Frozen(frozenset):
    def __iter__(self):
        return iter([1])


for mine in ({1, 2}, frozenset([1, 2]), {1: "a", 2: "b"}.keys()):
    print(type(mine).__name__, [mine.isdisjoint(other) for other in (Odd([1]), Long([1]), Frozen([7]), {3}, {1}, {1: 0}.keys(), {9: 0}.keys())])
    print(mine.isdisjoint(mine), mine.isdisjoint({1, 2, 3, 4}), mine.isdisjoint({5, 6, 7, 8}))
print({1: 2}.items().isdisjoint({(1, 2), (3, 4)}), {}.keys().isdisjoint({}.keys()))
