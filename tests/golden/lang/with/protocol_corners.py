# with statements: order, swallowed exceptions, broken managers.
class CM:
    def __init__(s, n, swallow=False): s.n, s.swallow = n, swallow
    def __enter__(s): print('enter', s.n); return s.n
    def __exit__(s, t, v, tb): print('exit', s.n, t and t.__name__, v, tb is not None); return s.swallow
with CM(1) as a, CM(2) as b: print(a, b)
with (CM(3) as c, CM(4)): print(c)
with CM(5, True): raise ValueError('x')
try:
    with CM(6), CM(7, 0): raise KeyError('k')
except KeyError as e: print(repr(e))
def f():
    with CM(8):
        return 'ret'
print(f())
for i in range(2):
    with CM(i):
        if i == 0: continue
        break
class NoExit:
    def __enter__(s): pass
class NoEnter:
    def __exit__(s, *a): pass
for cls in (NoExit, NoEnter, int):
    try:
        with cls(): pass
    except TypeError as e: print(e)
class BadEnter:
    def __enter__(s): raise RuntimeError('enter failed')
    def __exit__(s, *a): print('never')
try:
    with BadEnter(): pass
except RuntimeError as e: print(e)
class Inst: pass
i = Inst(); i.__enter__ = lambda: 1; i.__exit__ = lambda *a: None
try:
    with i: pass
except TypeError as e: print(e)
class BoolErr:
    def __enter__(s): return s
    def __exit__(s, *a):
        class B:
            def __bool__(s): raise OverflowError('bool')
        return B()
try:
    with BoolErr(): 1 / 0
except Exception as e: print(repr(e), repr(e.__context__))
class ExitArgs:
    def __enter__(s): return s
    def __exit__(s): pass
try:
    with ExitArgs(): pass
except TypeError as e: print(e)
def gen():
    with CM('g'):
        yield 1
g = gen(); next(g); g.close()
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext
@contextmanager
def cm():
    try: yield 'v'
    except ValueError as e: print('caught', e)
with cm() as v: raise ValueError('in')
@contextmanager
def bad(): yield 1; yield 2
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def none():
    if 0: yield
try:
    with none(): pass
except RuntimeError as e: print(e)
with suppress(KeyError): {}['x']
with ExitStack() as st: st.callback(print, 'cb'); st.enter_context(CM('st'))
async def coro():
    with CM(1): pass
    async with CM(1): pass
try: coro().send(None)
except TypeError as e: print(e)
async def coro2():
    class A:
        async def __aenter__(s): return 1
        async def __aexit__(s, *a): return False
    with A(): pass
try: coro2().send(None)
except TypeError as e: print(e)
