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

# Values nested too deeply for a protocol of builtins, where no function of a program is called.
sys.setrecursionlimit(1000)
import json
import pickle

nested, same, table = [], [], {}
for _ in range(1500):
    nested, same, table = [nested], [same], {"in": table}
for function in (repr, str, sorted, json.dumps, pickle.dumps, lambda value: value == same, lambda value: f"{value}", lambda value: "%s" % (value,)):
    show(lambda: print(len(function(nested))))
show(lambda: repr(table))
show(lambda: json.loads("[" * 1500 + "]" * 1500))

# What the last function calls decides the words.
def by_method(items): return by_method(items.copy())
def by_key(table): return by_key(table.get("a", table))
def by_length(items): return len(items) + by_length(items)
def by_text(number): return str(number) + by_text(number + 1)
def by_comparison(pair): return pair < (1, 2) and by_comparison(pair)
def by_generator(items): yield from by_generator(items.copy())

for function, argument in ((by_method, []), (by_key, {}), (by_length, []), (by_text, 1), (by_comparison, (0, 0)), (lambda items: list(by_generator(items)), [])):
    show(lambda: function(argument))
