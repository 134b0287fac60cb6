# What cannot be pickled says why.
import pickle


def attempt(obj, protocol=None):
    try:
        print(pickle.loads(pickle.dumps(obj, protocol)))
    except Exception as error:
        print(type(error).__name__ + ":", str(error).partition(" at 0x")[0])


def local():
    class Local:
        pass

    def inner():
        pass

    return Local(), inner


def returning(result):
    class Reduced:
        def __reduce__(self):
            return result

    return Reduced()


class NewArgs:
    def __getnewargs__(self):
        return 5


class NewArgsEx:
    def __getnewargs_ex__(self):
        return 1, 2


class Raising:
    def __reduce__(self):
        raise ValueError("from __reduce__")


class Slots:
    __slots__ = ("a",)


nameless = lambda: 0
attempt(local()[0])
attempt(local()[1])
attempt(nameless)
attempt(x for x in [])
attempt(open("/dev/null"))
attempt(pickle)
for result in (5, (1,), (1, 2), (int, 2), (int, (2,), None, [1]), (int, (2,), None, None, [1]), (int, (2,), None, None, None, 3), "missing"):
    attempt(returning(result))
attempt(NewArgs())
attempt(NewArgsEx())
attempt(Raising())
attempt(Slots(), 0)
attempt(1, 6)
attempt(1, "2")
nested = []
for _ in range(100_000):
    nested = [nested]
try:
    pickle.dumps(nested)
except RecursionError as error:
    print("RecursionError:", error)
