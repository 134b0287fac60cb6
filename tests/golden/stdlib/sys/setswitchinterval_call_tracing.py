# Ordinary use, mistakes and corners of sys: setswitchinterval, call_tracing, gettrace.
import sys, threading

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(sys.getswitchinterval(), sys.setswitchinterval(0.01), sys.getswitchinterval(), sys.setswitchinterval(5), sys.getswitchinterval()); sys.setswitchinterval(0.005)
for bad in (0, -1, 'x', None, float('nan'), 1e-10, True): err(sys.setswitchinterval, bad)
err(sys.setswitchinterval); err(sys.setswitchinterval, 1, 2); err(sys.getswitchinterval, 1); sys.setswitchinterval(0.005); print(sys.gettrace(), sys.getprofile(), sys.settrace(None)); err(sys.gettrace, 1); err(sys.settrace)
print(sys.call_tracing(max, (1, 5)), sys.call_tracing(lambda *a: a, (1, 2))); err(sys.call_tracing, max); err(sys.call_tracing, max, [1]); err(sys.call_tracing, 5, ()); err(sys.call_tracing, lambda: 1 / 0, ()); err(sys.call_tracing)
calls = []
def prof(frame, event, arg): calls.append((event, frame.f_code.co_name))
def work(): return len('abc')
sys.setprofile(prof); work(); sys.setprofile(None); print([c for c in calls if c[1] in ('work',)], sys.getprofile()); err(sys.setprofile); err(sys.setprofile, 1, 2)
def depth(n): return sys._getframe(n).f_code.co_name
print(depth(0), depth(1)); err(depth, 1000); err(sys._getframe, 'x'); print(sys._getframe().f_lineno > 0)
for e in (SystemExit(), SystemExit(3), SystemExit('m', 2)): print(repr(e), e.code)
err(sys.getrefcount); err(sys.getsizeof); err(sys.intern); err(sys.intern, b'x'); err(sys.getrecursionlimit, 1); err(sys.exc_info, 1); err(sys.exit, 1, 2); err(sys.audit, 5); print(sys.audit('ev', 1)); err(sys.addaudithook); err(sys.setrecursionlimit, 1.5); err(sys.set_int_max_str_digits, 5); err(sys.set_int_max_str_digits, 'x'); print(sys.set_int_max_str_digits(5000), sys.get_int_max_str_digits(), sys.set_int_max_str_digits(4300)); err(int, '1' * 5000); err(str, 10 ** 5000); err(sys.displayhook); err(sys.excepthook, 1); sys.displayhook(5); sys.displayhook(None); import builtins; print(builtins._); sys.displayhook('é')
h = []; old = sys.unraisablehook; sys.unraisablehook = lambda a: h.append((a.exc_type.__name__, a.err_msg, a.object is not None)); 
class D:
    def __del__(self): raise ValueError('in del')
x = D(); del x; import gc; gc.collect(); print(h[:1]); sys.unraisablehook = old
print(sys.argv[0].endswith('.py'), sys.executable != '', sys.path[0] != '', 'sys' in sys.modules, sys.builtin_module_names.__class__.__name__, 'json' in sys.stdlib_module_names, sys.flags.dev_mode, sys.dont_write_bytecode, sys.float_info.epsilon, sys.hash_info.modulus == 2 ** 61 - 1, sys.implementation.name != '', sys.version_info >= (3, 11), sys.warnoptions, sys.stdin.fileno(), sys.stdout.encoding, sys.stderr.errors, sys.__stdout__ is sys.stdout, sys.ps1 if hasattr(sys, 'ps1') else 'no ps1', sys.orig_argv[-1] == sys.argv[-1], sys.platlibdir, sys.pycache_prefix, sys.tracebacklimit if hasattr(sys, 'tracebacklimit') else 'none', sys.meta_path.__class__.__name__, sys.getfilesystemencodeerrors(), sys.is_finalizing(), sys.getdefaultencoding())
