# Ordinary use, mistakes and corners of warnings: resetwarnings, catch_warnings, formatwarning, filterwarnings.
import warnings, sys, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(warnings.formatwarning('text', RuntimeWarning, 'f.py', 3), warnings.formatwarning('msg', DeprecationWarning, 'f.py', 3, line='  code()  '))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('plain'); warnings.warn('dep', DeprecationWarning, stacklevel=1); warnings.warn(RuntimeWarning('inst'))
    for x in w: print(x.category.__name__, x.message, x.filename == __file__, x.lineno, x.line, x.source, x.file, str(x)[:40])
def helper(): warnings.warn('from helper', stacklevel=2)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('module')
    for _ in range(3): helper()
    helper()
    print(len(w), [x.lineno for x in w])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    err(warnings.warn, 'raised')
    err(warnings.warn, 'raised', DeprecationWarning)
    try: warnings.warn(FutureWarning('f'))
    except FutureWarning as e: print(repr(e))
with warnings.catch_warnings(record=True) as w:
    warnings.resetwarnings()
    warnings.filterwarnings('ignore', message='skip.*')
    warnings.filterwarnings('error', message='bad', category=UserWarning, append=True)
    warnings.warn('skip this'); warnings.warn('SKIP too'); warnings.warn('shown')
    err(warnings.warn, 'bad one')
    print([str(x.message) for x in w], len(warnings.filters), warnings.filters[0][0], warnings.filters[-1][0])
with warnings.catch_warnings(action='ignore') if sys.version_info >= (3, 12) else warnings.catch_warnings():
    warnings.simplefilter('once')
    buf = io.StringIO()
    warnings.showwarning('shown', UserWarning, 'x.py', 7, buf); print(buf.getvalue())
    warnings.showwarning('shown', UserWarning, 'x.py', 7, buf, 'the line'); print(buf.getvalue())
    saved = warnings.showwarning
    warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print('HOOK', message, category.__name__, lineno)
    warnings.warn('hooked'); warnings.warn('hooked'); warnings.warn_explicit('expl', UserWarning, 'm.py', 9)
    warnings.showwarning = saved
err(warnings.warn)
err(warnings.warn, 'x', 5)
err(warnings.warn, 'x', int)
err(warnings.warn, 'x', UserWarning, 'y')
err(warnings.filterwarnings, 'bogus')
err(warnings.filterwarnings, 'ignore', 5)
err(warnings.filterwarnings, 'ignore', '', 5)
err(warnings.filterwarnings, 'ignore', '', int)
err(warnings.filterwarnings, 'ignore', lineno=-1)
err(warnings.filterwarnings, 'ignore', '(')
err(warnings.simplefilter, 'bogus')
err(warnings.simplefilter, 'ignore', lineno='x')
err(warnings.warn_explicit, 'x')
err(warnings.catch_warnings, True)
err(warnings.catch_warnings, bogus=1)
cw = warnings.catch_warnings()
print(repr(cw), repr(warnings.catch_warnings(record=True)))
err(cw.__exit__)
cw.__enter__(); err(cw.__enter__); cw.__exit__(None, None, None)
err(warnings.catch_warnings().__exit__, None, None, None)
print(warnings.warn('to stderr'))
warnings.warn('to stderr 2', DeprecationWarning)
warnings.warn_explicit('explicit', UserWarning, 'nofile.py', 12)
warnings.warn_explicit('explicit', UserWarning, 'nofile.py', 12, registry={})
