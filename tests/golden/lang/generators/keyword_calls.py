# Calls with keywords inside of many generators: the object that a class or a bound method adds needs room in each of their frames.
class Point:
    def __init__(self, x=0, y=0, z=0):
        self.sum = x + y + z

    def moved(self, by=0, more=0):
        return self.sum + by + more


def one():
    while True:
        yield Point(x=1).sum


def two():
    while True:
        yield Point(x=1, y=2).sum


def three():
    while True:
        yield Point(x=1, y=2, z=3).sum


def bound():
    move = Point(5).moved
    while True:
        yield move(by=1)


def called(item):
    while True:
        yield item(by=1, more=2)


for function in one, two, three, bound:
    generators = [function() for _ in range(500)]
    for _ in range(3):
        values = [next(generator) for generator in generators]
    print(function.__name__, len(values), set(values))
generators = [called(Point(i).moved) for i in range(500)]
for _ in range(3):
    values = [next(generator) for generator in generators]
print(values[:3], values[-1])
