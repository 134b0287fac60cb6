# Ordinary use, mistakes and corners of argparse: add_subparsers, add_text, parse_known_intermixed_args.
import argparse, sys, io, contextlib

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

def run(p, *a):
    o, e = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(o), contextlib.redirect_stderr(e): print(p.parse_args(list(a)))
    except SystemExit as x: print('exit', x.code)
    print(o.getvalue(), e.getvalue(), sep='', end='')
import os; os.environ['COLUMNS'] = '80'
p = argparse.ArgumentParser(prog='git', description='vcs'); p.add_argument('--verbose', '-v', action='store_true'); s = p.add_subparsers(dest='cmd', required=True, title='commands', description='what', help='sub help', metavar='CMD')
c = s.add_parser('clone', help='clone repo', description='Clone it.'); c.add_argument('url'); c.add_argument('--depth', type=int, choices=[1, 2, 3]); c.set_defaults(func='do_clone')
m = s.add_parser('commit', aliases=['ci']); g = m.add_mutually_exclusive_group(required=True); g.add_argument('-m', dest='msg'); g.add_argument('-F', dest='file', metavar='FILE'); m.add_argument('paths', nargs='*')
run(p, 'clone', 'http://x', '--depth', '2'); run(p, '-v', 'ci', '-m', 'hi', 'a', 'b'); run(p); run(p, 'nope'); run(p, 'clone'); run(p, 'clone', 'u', '--depth', '9'); run(p, 'clone', 'u', '--depth', 'x'); run(p, 'commit'); run(p, 'commit', '-m', 'a', '-F', 'b'); run(p, '-h'); run(p, 'clone', '-h'); run(p, 'commit', '--help'); run(p, 'clone', 'u', 'extra'); run(p, '--verb', 'clone', 'u')
q = argparse.ArgumentParser(prog='q', formatter_class=argparse.RawDescriptionHelpFormatter, description='  raw\n    text', epilog='end'); q.add_argument('n', type=float, nargs='+', help='numbers'); q.add_argument('--sum', dest='op', action='store_const', const=sum, default=max); q.add_argument('-x', action='append'); q.add_argument('-c', action='count', default=0); q.add_argument('--no-thing', action='store_false'); q.add_argument('--flag', action=argparse.BooleanOptionalAction, default=None); q.add_argument('--version', action='version', version='%(prog)s 1.0'); q.add_argument('-e', action='extend', nargs='+', type=int); q.add_argument('--opt', nargs='?', const='C', default='D')
for a in (['1', '2'], ['1', '-x', 'a', '-x', 'b', '-ccc', '--no-flag', '--no-thing'], ['1', '--opt'], ['1', '--opt', 'z', '-e', '1', '2', '-e', '3'], ['--version'], [], ['x'], ['1', '--flag=3'], ['1', '--bogus'], ['-c'], ['1', '--o', 'k'], ['--', '-1'], ['-1'], ['-h']): 
    with contextlib.redirect_stdout(io.StringIO()) as so, contextlib.redirect_stderr(so):
        try: r = {k: (v if not callable(v) else v.__name__) for k, v in sorted(vars(q.parse_args(a)).items())}
        except SystemExit as x: r = ('exit', x.code, so.getvalue())
    print(a, *r) if isinstance(r, tuple) else print(a, r)
i = argparse.ArgumentParser(prog='i'); i.add_argument('--foo'); i.add_argument('cmd'); i.add_argument('rest', nargs='*', type=int); print(i.parse_intermixed_args('doit 1 --foo bar 2 3'.split()), i.parse_known_intermixed_args('doit 1 --foo bar 2 --x'.split()), i.parse_known_args(['a', '1', '--zz', '5']), i.parse_args(['--foo=a=b', 'c']), i.get_default('foo'))
h = argparse.HelpFormatter('prog'); h.add_text('Hello %(prog)s ' + 'word ' * 20); h.add_text(None); h.start_section('sec'); h.add_text('inside'); h.end_section(); print(h.format_help()); err(h.add_text); err(argparse.HelpFormatter); err(h.end_section) if 0 else None
for k, kw in ((('x',), {'type': 'int'}), (('x',), {'action': 'bogus'}), (('-x', 'y'), {}), ((), {}), (('x',), {'nargs': 'z'}), (('x',), {'nargs': 0}), (('--x',), {'action': 'store_true', 'nargs': 2}), (('--x',), {'dest': 'y', 'required': 5}), (('y',), {'required': True}), (('y',), {'dest': 'z'}), (('--verbose',), {}), (('--q',), {'choices': 5}), (('--w',), {'bogus': 1}), (('x',), {'action': 'store_const'}), (('--z',), {'help': '%(bad)s'}), (('--',), {})): 
    try: print(type(p.add_argument(*k, **kw)).__name__)
    except Exception as e: print(type(e).__name__, e)
err(argparse.ArgumentParser, bogus=1); err(p.parse_args, 5); err(p.parse_args, [5]) if 0 else None; err(argparse.Namespace, 1); n = argparse.Namespace(a=1, b='x'); print(n, 'a' in n, n == argparse.Namespace(a=1, b='x'), vars(n)); err(argparse.ArgumentTypeError); e = argparse.ArgumentParser(exit_on_error=False, prog='e'); e.add_argument('--n', type=int); err(e.parse_args, ['--n', 'x']); err(argparse.FileType('r'), '/no/such'); print(argparse.FileType('w', 0) if 0 else argparse.FileType('r', encoding='utf-8'), argparse.SUPPRESS)
