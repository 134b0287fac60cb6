# Ordinary use, mistakes and corners of sys: set_coroutine_origin_tracking_depth, set_asyncgen_hooks, getrecursionlimit.
import sys, asyncio, types

def err(f, *a, **k):
    try:
        print("ok", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)

print(sys.getrecursionlimit())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: print(str(e)[:32])
err(sys.setrecursionlimit, 0)
err(sys.setrecursionlimit, -5)
err(sys.setrecursionlimit, 'x')
err(sys.setrecursionlimit, 1.5)
err(sys.setrecursionlimit, 1 << 40)
err(sys.setrecursionlimit)
err(sys.getrecursionlimit, 1)
sys.setrecursionlimit(1000)
print(sys.get_coroutine_origin_tracking_depth())
async def co(): pass
c = co(); print(c.cr_origin); c.close()
print(sys.set_coroutine_origin_tracking_depth(2), sys.get_coroutine_origin_tracking_depth())
def maker(): return co()
c = maker(); print([(f[1], f[2]) for f in c.cr_origin]); c.close()
err(sys.set_coroutine_origin_tracking_depth, -1)
err(sys.set_coroutine_origin_tracking_depth, 'x')
err(sys.set_coroutine_origin_tracking_depth)
sys.set_coroutine_origin_tracking_depth(0)
print(sys.get_asyncgen_hooks())
log = []
def first(g): log.append(('first', g.__name__))
def final(g): log.append(('final', g.__name__))
async def agen():
    yield 1
old = sys.get_asyncgen_hooks()
print(sys.set_asyncgen_hooks(firstiter=first, finalizer=final))
print(sys.get_asyncgen_hooks().firstiter is first, sys.get_asyncgen_hooks()[1] is final)
g = agen()
try: g.__anext__().send(None)
except StopIteration as e: print('value', e.value)
print(log)
sys.set_asyncgen_hooks(*old)
err(sys.set_asyncgen_hooks, 5)
err(sys.set_asyncgen_hooks, firstiter=5)
err(sys.set_asyncgen_hooks, finalizer='x')
err(sys.set_asyncgen_hooks, bogus=1)
err(sys.set_asyncgen_hooks, 1, 2, 3)
print(sys.get_asyncgen_hooks())
print(sys.intern('abc') is sys.intern('abc'), sys.maxsize == 2 ** 63 - 1, sys.byteorder, sys.version_info[:2], sys.version_info.major, sys.hexversion >> 16 == 0x30b, sys.maxunicode)
err(sys.intern, 5)
err(sys.exit.__call__, 1, 2)
for code in (None, 0, 3, 'msg'):
    try: sys.exit(code)
    except SystemExit as e: print(repr(e), e.code)
print(sys.float_info.max, sys.float_info.dig, sys.int_info.default_max_str_digits, sys.hash_info.width, sys.flags.optimize, sys.getfilesystemencoding(), sys.getdefaultencoding(), sys.getswitchinterval())
err(sys.setswitchinterval, 0)
err(sys.setswitchinterval, 'x')
err(sys.set_int_max_str_digits, 10)
print(sys.exc_info(), sys.exception(), sys.is_finalizing(), sys.getfilesystemencodeerrors(), sys.get_int_max_str_digits(), sys.thread_info.name, sys.platform, sys.api_version, sys.float_repr_style)
try: 1 / 0
except ZeroDivisionError: print(sys.exc_info()[0].__name__, repr(sys.exception()))
