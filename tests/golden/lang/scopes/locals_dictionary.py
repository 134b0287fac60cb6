# locals() in a function is one dictionary: what exec() and programs put into it stays until a variable of that name changes.
def keeps_keys():
    a = 1
    first = locals()
    first["extra"] = 5
    a = 2
    second = locals()
    print(first is second, sorted(second), second["a"], second["extra"])
    del a
    print(sorted(locals()))


def executed_names():
    exec("p = 10; q = p + 1")
    print(eval("p + q"), locals()["q"])
    x = 3
    print(eval("x"), x)
    exec("x = 4")
    print(x, locals()["x"])


def no_way_back():
    value = 1
    locals()["value"] = 2
    print(value, locals()["value"])


def of_closure(outer):
    def inner():
        names = locals()
        names["outer"] = "changed"
        return outer, locals()["outer"]
    return inner


def recursive(depth):
    own = vars()
    own["mark"] = depth
    if depth:
        recursive(depth - 1)
    return locals()["mark"]


def generator():
    locals()["kept"] = 1
    yield sorted(locals())
    item = 2
    yield sorted(locals())


keeps_keys()
executed_names()
no_way_back()
print(of_closure("free")())
print(recursive(3))
print(list(generator()))
print(keeps_keys.__code__.co_varnames, keeps_keys.__code__.co_nlocals)


class Body:
    locals()["made"] = 7
    print(made)


print([sorted(locals()) for _ in "a"])
