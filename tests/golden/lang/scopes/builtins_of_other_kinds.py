# __builtins__ of a namespace that is no dictionary: names are looked up by subscription.
class Lookup:
    def __getitem__(self, name):
        if name.startswith("no"):
            raise KeyError(name)
        return f"<{name}>"


def attempt(source, builtins):
    try:
        print(eval(source, {"__builtins__": builtins, "known": 1}))
    except Exception as error:
        print(type(error).__name__, error)


for builtins in (None, 5, Lookup()):
    for source in ("known", "abs(-1)" if builtins in (None, 5) else "abs", "(lambda: len)()", "nothing", "().__class__"):
        attempt(source, builtins)
