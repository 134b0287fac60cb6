# Ordinary use, mistakes and corners of contextlib: push_async_exit, enter_async_context, redirect_stderr, asynccontextmanager.
import contextlib, asyncio, io, sys

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

@contextlib.asynccontextmanager
async def res(name, fail=False):
    print('open', name)
    try: yield name.upper()
    except ValueError as e: print('saw', e); 
    finally: print('close', name)
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, t, v, tb): print('exit', self.n, t and t.__name__); return self.n == 'swallow'
async def main():
    async with contextlib.AsyncExitStack() as st:
        print(await st.enter_async_context(res('a')), st.enter_context(CM('sync')))
        async def ex(t, v, tb): print('pushed', t)
        print(st.push_async_exit(ex) is ex, st.push_async_callback(asyncio.sleep, 0).__name__, st.callback(print, 'cb', 1) is print)
        for bad in (5, CM('x'), res): 
            try: await st.enter_async_context(bad)
            except Exception as e: print(type(e).__name__, e)
        err(st.enter_context, res('zz')) ; err(st.enter_context, 5)
        st.push_async_exit(res('pushed').__class__) if 0 else None
        moved = st.pop_all(); print('popped')
    await moved.aclose()
    try:
        async with res('b') as b: raise ValueError('inside')
    except Exception as e: print('leaked', e)
    try:
        async with res('c'): raise KeyError('k')
    except KeyError as e: print('key', e)
    @contextlib.asynccontextmanager
    async def twice(): yield 1; yield 2
    @contextlib.asynccontextmanager
    async def none():
        return
        yield
    for cm in (twice, none):
        try:
            async with cm() as v: print(v)
        except RuntimeError as e: print(e)
    try:
        async with twice(): raise ValueError('x')
    except Exception as e: print(type(e).__name__, e)
    async with contextlib.aclosing(agen()) as g: print(await g.__anext__())
    async with contextlib.nullcontext(5) as n: print(n)
    @res('deco')
    async def f(): return 'ran'
    print(await f(), await f())
async def agen():
    try: yield 1; yield 2
    finally: print('agen closed')
asyncio.run(main())
out = io.StringIO()
with contextlib.redirect_stderr(out) as o: print('to err', file=sys.stderr); print(o is out)
with contextlib.redirect_stdout(io.StringIO()) as so: print('hidden'); 
print(out.getvalue(), so.getvalue())
with contextlib.ExitStack() as st:
    st.enter_context(CM('1')); st.push(CM('2')); st.push(lambda t, v, tb: print('fn', t) or True); st.callback(print, 'k', end='!\n'); err(st.push, 5); err(st.enter_context, object()); err(st.callback); raise ValueError('eaten')
with contextlib.suppress(KeyError, IndexError): [][1]
err(contextlib.ExitStack().__enter__().push); st = contextlib.ExitStack(); st.enter_context(CM('late')); print(st.pop_all().close(), st.close())
try:
    with contextlib.ExitStack() as st: st.callback(lambda: 1 / 0); st.callback(lambda: [][0])
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
@contextlib.contextmanager
def gen(): yield 'v'
with gen() as v: print(v)
g = gen(); g.__enter__(); g.__exit__(None, None, None); err(g.__enter__); err(contextlib.contextmanager, 5); err(gen, 1); err(contextlib.closing, 1) ; err(lambda: contextlib.closing(5).__exit__(None, None, None)); err(contextlib.redirect_stdout); err(contextlib.suppress().__exit__); print(isinstance(CM(1), contextlib.AbstractContextManager), isinstance(res('q'), contextlib.AbstractAsyncContextManager)); err(contextlib.AbstractContextManager)
with contextlib.suppress(ValueError):
    raise ExceptionGroup('g', [ValueError(1)]) if sys.version_info >= (3, 12) else ValueError('single')
print(contextlib.chdir('/').__enter__() if 0 else '', contextlib.ContextDecorator.__name__, contextlib.AsyncContextDecorator.__name__)
