# Local variables of suspended generators and coroutines.
import inspect
def g(a): b=1; yield a; c=2; yield b
k=g(5); print(inspect.getgeneratorlocals(k)); next(k); print(inspect.getgeneratorlocals(k)); next(k); print(inspect.getgeneratorlocals(k)); k.close(); print(inspect.getgeneratorlocals(k))
try: inspect.getgeneratorlocals(5)
except TypeError as e: print(e)
async def f(a): pass
c=f(1); print(inspect.getcoroutinelocals(c)); c.close(); print(inspect.getcoroutinelocals(c))
