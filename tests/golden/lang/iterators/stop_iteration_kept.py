# The StopIteration of a __next__ arrives as it was raised: its class, arguments and traceback, also through other iterators.
import traceback

class Done(StopIteration):
    pass

class Ending:
    def __init__(self, error):
        self.error = error
    def __iter__(self):
        return self
    def __next__(self):
        raise self.error

def levels(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]

for make in (lambda: StopIteration("over", 2), lambda: Done("finished"), StopIteration):
    for step in (next, lambda it: it.__next__(), lambda it: next(map(str, it)), lambda it: next(zip(it)), lambda it: next(filter(None, it))):
        error = make()
        try:
            step(Ending(error))
        except StopIteration as caught:
            print(repr(caught), caught is error, levels(caught)[-1])

def delegating(it):
    return (yield from it)

def returning(value):
    return value
    yield

# `yield from` takes the value, also when that is an exception.
for it in (Ending(Done("value", "more")), returning(5), returning(StopIteration("as a value")), returning(None)):
    try:
        next(delegating(it))
    except StopIteration as caught:
        print(repr(caught), repr(caught.value))
print(list(Ending(Done())), next(Ending(Done()), "default"), sum(Ending(StopIteration(7))))
try:
    next(returning(Done("returned")))
except StopIteration as caught:
    print(repr(caught), repr(caught.value))
