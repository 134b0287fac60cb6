# Ordinary use, mistakes and corners of glob: glob, escape, iglob.
import glob, os, tempfile, shutil

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = tempfile.mkdtemp(); here = os.getcwd(); os.chdir(d)
for p in ('a.py', 'b.py', '.hidden.py', 'c.txt', 'sub/d.py', 'sub/deep/e.py', 'sub/.git/f.py', 'we[ird]/g.py', 'x1', 'x2', 'x10'):
    os.makedirs(os.path.dirname(p) or '.', exist_ok=True); open(p, 'w').close()
S = lambda it: sorted(it)
print(S(glob.glob('*.py')), S(glob.glob('**/*.py', recursive=True)), S(glob.glob('**')), S(glob.glob('**', recursive=True)))
print(S(glob.glob('*/')), S(glob.glob('x?')), S(glob.glob('x[12]')), S(glob.glob('x[!1]*')), S(glob.glob('.*')), S(glob.glob('*.PY')), glob.glob('nothing*'), glob.glob('a.py'), glob.glob('nope.py'), glob.glob(''))
print(glob.escape('we[ird]?*'), S(glob.glob(glob.escape('we[ird]') + '/*')), glob.escape(b'a*'), glob.escape('/a/[b]'), glob.escape(''))
print(S(glob.glob('*.py', root_dir='sub')), S(glob.glob('**/*.py', root_dir='sub', recursive=True)), S(glob.glob('*', include_hidden=True))[:3], S(glob.glob('**/*.py', recursive=True, include_hidden=True)))
print(S(glob.glob(b'*.py')), S(glob.glob('sub/**/', recursive=True)), S(glob.glob(os.path.join(d, '*.txt'))) == [os.path.join(d, 'c.txt')], S(glob.glob('./*.txt')), S(glob.glob('sub/../a*')), S(glob.glob('**/deep/*', recursive=True)))
it = glob.iglob('*.py'); print(type(it).__name__, S(it), list(it), S(glob.iglob('**/e*', recursive=True)))
fd = os.open(d, os.O_RDONLY); print(S(glob.glob('*.py', dir_fd=fd)), S(glob.glob('**/*.py', dir_fd=fd, recursive=True)), S(glob.glob('sub/*', dir_fd=fd)))
os.symlink('sub', 'ln'); os.symlink('none', 'broken'); print(S(glob.glob('ln/*')), glob.glob('broken'), S(glob.glob('b*')), S(glob.glob('**/d.py', recursive=True)))
err(glob.glob)
err(glob.glob, 5)
err(glob.glob, None)
err(glob.glob, '*', 'x')
err(glob.glob, '*', bogus=1)
err(glob.glob, '*', root_dir=5)
err(glob.glob, b'*', root_dir='sub')
err(glob.iglob)
err(glob.escape)
err(glob.escape, 5)
print(glob.has_magic('a*') if hasattr(glob, 'has_magic') else None, glob.glob('[') , glob.glob('x[') , S(glob.glob('[x]1')), glob.glob('x\0*') if 0 else '')
print(S(glob.glob('*', root_dir='/no/such')), S(glob.glob('a.py/*')), glob.__all__)
import pathlib; print(S(str(p) for p in pathlib.Path('sub').rglob('*.py')), S(str(p) for p in pathlib.Path().glob('*/')) if 0 else '', S(glob.glob(str(pathlib.Path('sub') / '*'))))
err(glob.glob, pathlib.Path('sub') / '*')
os.chdir(here); shutil.rmtree(d)
