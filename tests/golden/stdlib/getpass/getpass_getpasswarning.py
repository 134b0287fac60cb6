# Ordinary use, mistakes and corners of getpass: getpass, GetPassWarning, getuser.
import getpass, io, os, sys, warnings

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

os.environ.update(LOGNAME='first', USER='usr', LNAME='ln', USERNAME='un')
print(getpass.getuser()); del os.environ['LOGNAME']; print(getpass.getuser()); del os.environ['USER']; print(getpass.getuser()); os.environ['LNAME'] = ''; print(getpass.getuser()); del os.environ['USERNAME']
import pwd; print(getpass.getuser() == pwd.getpwuid(os.getuid())[0])
print(issubclass(getpass.GetPassWarning, UserWarning), getpass.GetPassWarning.__module__, getpass.__all__)
err(getpass.getuser, 1); err(getpass.getpass, 1, 2, 3); err(getpass.getpass, bogus=1)
sys.stdin = io.StringIO('geheim\nnext\n')
out = io.StringIO()
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    r = getpass.fallback_getpass('Pw: ', out) if hasattr(getpass, 'fallback_getpass') else None
    print(repr(r), repr(out.getvalue()), [(x.category.__name__, str(x.message)) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    err(getpass.fallback_getpass, 'P', io.StringIO())
    err(getpass.fallback_getpass)
sys.stdin = io.StringIO('')
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    err(getpass.fallback_getpass, 'P: ', io.StringIO())
try: raise getpass.GetPassWarning('custom')
except UserWarning as e: print(repr(e))
