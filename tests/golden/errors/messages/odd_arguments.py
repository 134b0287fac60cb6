# Arguments of built-in functions and methods that are nearly right.
import weakref


def attempt(function, *arguments, **named):
    try:
        print(repr(function(*arguments, **named)))
    except Exception as error:
        print(type(error).__name__, error)


attempt(sorted, [2, 1], reverse=2**70)
attempt(sorted, [2, 1], reverse=2**40)
attempt(sorted, [2, 1], reverse="yes")
attempt([2, 1].sort, reverse=None)
attempt(sorted, [2, 1], reverse=-1)
attempt(iter([1]).__setstate__, "a")
attempt(iter((1,)).__setstate__, 1.5)
attempt(reversed((1,)).__setstate__, "a")
attempt(object.__subclasshook__)
attempt(int.__subclasshook__, 1, 2, 3)
attempt(SyntaxError, "message", (1, 2))
attempt(SyntaxError, "message", (1, 2, 3, 4, 5))
attempt(SyntaxError, "message", 7)
for left, right in [({1}, [1]), ([1], {1}), ("a", [1]), (None, [1]), ({}, "a"), (1.5, [1]), ((), 1.5), (range(3), "a")]:
    try:
        left *= right
    except TypeError as error:
        print(error)
    try:
        left * right
    except TypeError as error:
        print(error)

print("-- leading blanks and byte order marks")
attempt(compile, "  1", "file", "eval")
attempt(eval, "  1 + 1")
attempt(eval, "\t 5")
attempt(eval, "\n 5")
attempt(compile, "x = \ufeff1", "file", "exec")
attempt(compile, "\ufeffx = 1", "file", "exec")
attempt(eval, "\ufeff1")
attempt(eval, b"\xef\xbb\xbf1")
attempt(eval, b"1 + \xef\xbb\xbf1")

print("-- fields")
error = BlockingIOError(11, "no more", 3)
print(error.characters_written, error.args, error)
error.characters_written = 7
print(error.characters_written)
del error.characters_written
attempt(getattr, error, "characters_written")
attempt(getattr, OSError(1, "x", 3), "characters_written")
attempt(setattr, error, "characters_written", "many")


class Plain:
    pass


class Slotted:
    __slots__ = ()


print([cls.__weakrefoffset__ != 0 for cls in (Plain, Slotted, object, int)], [cls.__dictoffset__ != 0 for cls in (Plain, Slotted, object)])
thing = Plain()
print(thing.__weakref__)
reference = weakref.ref(thing)
print(thing.__weakref__ is reference, Plain.__weakref__)
