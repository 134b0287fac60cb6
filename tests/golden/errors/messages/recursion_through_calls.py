# Which level of a recursion through classes and builtins fails shows in the message.
import functools
import sys

def show(function):
    try:
        function()
    except RecursionError as error:
        print(error)

class Init:
    def __init__(self): Init()
class New:
    def __new__(cls): return New()
class Meta(type):
    def __call__(cls): return cls()
class WithMeta(metaclass=Meta): pass
class Callable:
    def __call__(self): return self()
class Representation:
    def __repr__(self): return repr(self)
class Equal:
    def __eq__(self, other): return self == other
def by_function(x): return by_function(x)
def by_max(x): return max([1, 2], key=by_max)

for function in (Init, New, WithMeta, Callable(), lambda: repr(Representation()), lambda: [Equal()] == [1], lambda: by_function(1), lambda: by_max(1)):
    show(function)

def levels(make):
    count = 0
    def body(*args):
        nonlocal count
        count += 1
        return step(*args)
    step = make(body)
    try:
        body(1)
    except RecursionError:
        return count

def constructor(body):
    class C:
        def __init__(self, x): body(x)
    return C

# A call of a class is a level besides that of its __init__.
sys.setrecursionlimit(3000)
print(levels(lambda body: lambda x: body(x)), levels(constructor), levels(lambda body: lambda x: max([1, 2], key=body)),
      levels(lambda body: lambda x: list(map(body, [1]))), levels(lambda body: lambda x: [1].sort(key=body)))
