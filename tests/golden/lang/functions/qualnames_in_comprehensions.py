# Qualified names of what is defined inside of comprehensions.
def f():
    a = [lambda: 0 for _ in "a"][0]
    b = {lambda: 0 for _ in "a"}.pop()
    c = {0: lambda: 0 for _ in "a"}[0]
    d = next(lambda: 0 for _ in "a")
    e = [[lambda: 0 for _ in "a"] for _ in "b"][0][0]
    class K:
        x = [lambda: 0 for _ in "a"][0]
        y = lambda: [lambda: 0 for _ in "q"][0]
    g = lambda: (lambda: 0 for _ in "a")
    print(a.__qualname__, b.__qualname__, c.__qualname__, d.__qualname__, e.__qualname__, K.x.__qualname__, K.y().__qualname__, next(g()).__qualname__)
    print((x for x in "a").__qualname__, [(x for x in "a") for _ in "b"][0].__qualname__)
f()
top = [lambda: 0 for _ in "a"][0]
print(top.__qualname__)
def outer(): 
    def gen():
        yield [lambda: 0 for _ in "a"][0].__qualname__
    return next(gen())
print(outer())
