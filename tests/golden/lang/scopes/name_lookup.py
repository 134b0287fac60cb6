# Where a name is looked up: classes, comprehensions, closures, globals, exec.
x = 'global'
def f():
    x = 'f'
    class C:
        print(x)
        x = 'C'
        print(x)
        def m(self): return x
        l = [x for _ in range(2)]
        n = [i for i in x]
    return C().m(), C.l, C.n
print(f())
class D:
    x = 'D'
    y = [x for _ in range(1)]
    z = (lambda: x)()
    try: w = [y2 for _ in range(1) for y2 in [q]]
    except NameError as e: print(e)
print(D.y, D.z)
def g():
    try: print(v)
    except UnboundLocalError as e: print(e, e.name)
    v = 1
    del v
    try: v
    except UnboundLocalError as e: print(e)
    def h(): return v
    try: h()
    except NameError as e: print(type(e).__name__, e)
g()
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); c(); print(c(), c.__closure__[0].cell_contents, c.__code__.co_freevars)
print([lambda: i for i in range(3)][0](), [(lambda i=i: i)() for i in range(3)])
def outer():
    def inner(): return later
    later = 'late'
    return inner
print(outer()())
def k():
    print(sorted(locals())); a = 1
    b = [locals() is not None for _ in 'a']
    print(sorted(locals()))
    exec('new = 5')
    try: print(new)
    except NameError as e: print(e)
    return eval('a + 1')
print(k())
def gl():
    global made
    made = 'by gl'
gl(); print(made)
del made
try: made
except NameError as e: print(e, e.name)
class E:
    global ge
    ge = 1
    __private = 2
    def get(self): return self.__private
print(ge, E().get(), [n for n in vars(E) if 'private' in n])
def comp():
    i = 'outer'
    r = [i for i in range(2)]
    s = [(j := i2) for i2 in range(3)]
    return i, r, j
print(comp())
try: print(undefined_thing)
except NameError as e: print(e)
try: prnt
except NameError as e: print(e)
def late(a, b=lambda: a): return b
try: late(1)()
except NameError as e: print(e)
