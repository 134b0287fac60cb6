# The dictionary of a running frame's locals is one object, brought up to date whenever somebody asks for it.
import sys, inspect
def a():
    fr = inspect.currentframe().f_back
    return fr.f_locals
def b():
    return inspect.stack()[1].frame.f_locals
def f():
    x = a(); y = b()
    print(x is y, sorted(x), sorted(y))
    z = a()
    print(z is x, sorted(x))
f()
import gc
def locals_of_caller(): return sys._getframe(1).f_locals
def h():
    first = locals_of_caller()
    first["added"] = 1
    gc.collect()
    second = locals_of_caller()
    print(first is second, sorted(second))
    del first
    third = locals_of_caller()
    print(sorted(third))
h()
def gen():
    d = locals_of_caller(); yield d
    e = locals_of_caller(); yield e is d, sorted(e)
it = gen(); next(it); print(next(it))
