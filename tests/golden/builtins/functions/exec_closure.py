"""exec() of a function's code takes its cells as closure, and globals with builtins of their own decide about import."""


def attempt(call, *arguments, **keywords):
    try:
        print(call(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


def outer():
    value = 1

    def inner():
        print("value is", value)
    return inner


inner = outer()
attempt(exec, inner.__code__, closure=inner.__closure__)
attempt(exec, inner.__code__)
attempt(exec, inner.__code__, closure=())
attempt(exec, inner.__code__, closure=(5,))
attempt(exec, inner.__code__, closure=list(inner.__closure__))
attempt(exec, compile("1", "f", "exec"), closure=inner.__closure__)
attempt(exec, "1", closure=inner.__closure__)
attempt(exec, "1", closure=None)
attempt(eval, inner.__code__)
attempt(exec, "import os", {"__builtins__": {}})
attempt(exec, "import os\nprint(os)", {"__builtins__": {"__import__": lambda *a: f"imported {a[0]}", "print": print}})
