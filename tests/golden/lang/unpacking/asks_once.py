"""`a, *b = source` takes the first items with next() and the rest as a list: what the source sees."""


class Source:
    def __init__(self, count, fails=None):
        self.count, self.fails, self.given = count, fails, 0

    def __iter__(self):
        print("iter", end=" ")
        return self

    def __next__(self):
        if self.given == self.fails:
            raise ValueError(f"after {self.given}")
        if self.given == self.count:
            raise StopIteration
        print("next", end=" ")
        self.given += 1
        return self.given


def attempt(call):
    try:
        print(call())
    except ValueError as error:
        print(error)


def front(source):
    a, *b = source
    return a, b


def both(source):
    a, *b, c, d = source
    return a, b, c, d


for count in range(6):
    attempt(lambda: front(Source(count)))
    attempt(lambda: both(Source(count)))
attempt(lambda: front(Source(5, 0)))
attempt(lambda: front(Source(5, 3)))
for source in ([1, 2, 3], (1, 2, 3), "abc", {1: 2, 3: 4, 5: 6}, range(4)):
    print(front(source), both(source))
