# What functions, generators, coroutines and classes have, and what came only with later versions.
def function(): pass
def generator(): yield
async def coroutine(): pass
class Class: pass

suspended = coroutine()
for thing in (function, generator(), suspended, Class):
    print(type(thing).__name__, [name for name in ("__del__", "__type_params__", "__class_getitem__") if hasattr(thing, name)])
suspended.close()

numbers = (number for number in range(3))
print(next(numbers), numbers.__del__(), list(numbers))
for kind in (type(numbers), type(suspended)):
    try:
        kind[int]
    except TypeError as error:
        print(error)

items = iter(list[int])
print(type(items).__name__, type(items).__module__, next(items), list(items))

# type has a docstring of its own beside the descriptor; static methods have no __self__
print(type(type.__doc__).__name__, type(type.__dict__["__doc__"]).__name__)
print(str.maketrans.__self__, bytes.maketrans.__self__, dict.fromkeys.__self__, list.__new__.__self__)
for make in (lambda: type("\ud800", (), {}), lambda: type("a\0b", (), {})):
    try:
        make()
    except ValueError as error:
        print(type(error).__name__, error)
