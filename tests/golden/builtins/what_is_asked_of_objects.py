# What built-in functions ask of objects: input() no flush(), dict.fromkeys() of a set no hash again, dir() of a module its __dict__.
import sys
import types


class Printer:
    def write(self, text):
        sys.__stdout__.write(f"<{text}>")


class Lines:
    def readline(self):
        return "typed\n"


saved = sys.stdout, sys.stdin
sys.stdout, sys.stdin = Printer(), Lines()
typed = input("prompt")
sys.stdout, sys.stdin = saved
print(typed)


class Counted:
    asked = 0

    def __hash__(self):
        Counted.asked += 1
        return 5


items = {Counted(), Counted()}
before = Counted.asked
copies = [set(items), frozenset(items), dict.fromkeys(items), dict.fromkeys(frozenset(items)), set(dict.fromkeys(items))]
print(Counted.asked - before, [len(copy) for copy in copies])


class Special(types.ModuleType):
    __dict__ = property(lambda self: {"shown": 1})


class Broken(types.ModuleType):
    __dict__ = 8


print(dir(Special("m")))
try:
    dir(Broken("m"))
except TypeError as error:
    print(error)
