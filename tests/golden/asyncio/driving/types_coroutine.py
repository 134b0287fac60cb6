# types.coroutine on generators, functions and objects with __await__; inspect tells them apart.
import types, inspect
@types.coroutine
def gen(): yield 1
@types.coroutine
def returns_coro(): return native()
async def native(): return "native"
@types.coroutine
def returns_value(): return 5
print(inspect.isawaitable(gen()), inspect.iscoroutine(gen()), inspect.isgenerator(gen()), inspect.isgeneratorfunction(gen))
async def use(x): return await x
c = use(returns_coro())
try: c.send(None)
except StopIteration as e: print(e.value)
print(returns_value())
try: types.coroutine(5)
except TypeError as e: print(e)
print(types.coroutine(native) is native)
def plain(): yield
print(types.coroutine(plain) is plain, inspect.isawaitable(plain()))
