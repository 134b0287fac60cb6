# Ordinary use, mistakes and corners of traceback: format_list, print, format_exc, walk_tb.
import traceback as tb, sys, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

def a(n): return b(n)
def b(n):
    if n: raise LookupError('deep')
    return 1
try: a(1)
except LookupError as e: ex = e
print(tb.format_list(tb.extract_tb(ex.__traceback__))[0].count('\n'), tb.format_list([('f', 1, 'g', 'x = 1'), ('h', 2, 'i', ''), ('j', 3, 'k', None)]), tb.format_list([]), [ (f.f_code.co_name, l) for f, l in tb.walk_tb(ex.__traceback__)], list(tb.walk_tb(None)))
err(tb.format_list, 5); err(tb.format_list, [(1,)]); err(list, tb.walk_tb(5)); err(tb.format_list); err(tb.walk_tb)
t = tb.TracebackException.from_exception(ex); o = io.StringIO(); t.print(file=o); t.print(file=o, chain=False); import re; print(re.sub(r'File ".*?"', 'File', o.getvalue()), t.stack[0].name, t.exc_type.__name__, str(t), list(t.format_exception_only())); err(t.print, o); err(t.print, bogus=1)
class S(tb.StackSummary):
    def format_frame_summary(self, fs): return f'<{fs.name}>\n' if fs.name != 'b' else None
print(S.extract(tb.walk_tb(ex.__traceback__)).format(), S.from_list([('f', 1, 'b', 'l'), ('f', 2, 'z', 'm')]).format(), tb.StackSummary.from_list([('f', 1, 'n', 'src')])[0].line, tb.StackSummary.extract(tb.walk_tb(ex.__traceback__), limit=1, lookup_lines=False)[0].name, tb.StackSummary.extract(tb.walk_tb(ex.__traceback__), capture_locals=True)[-1].locals, tb.extract_tb(ex.__traceback__).format_frame_summary(tb.FrameSummary('f', 7, 'nm', line='  code  ')))
print(repr(tb.format_exc()), tb.format_exception_only(TypeError, TypeError('x')), tb.format_exception(None) if 0 else '')
try:
    try: a(1)
    except LookupError: 1 / 0
except ZeroDivisionError as e:
    s = tb.format_exc(); print(s.count('During handling'), s.splitlines()[-1], tb.format_exc(limit=1).count('File'), tb.format_exc(chain=False).count('Traceback'), len(tb.format_exception(e)), tb.format_exception(e, chain=False)[-1])
try: raise KeyError('a') from ValueError('b')
except KeyError as e: print('direct cause' in tb.format_exc(), tb.format_exception_only(e), tb.TracebackException.from_exception(e).__cause__.exc_type.__name__)
try: raise ValueError from None
except ValueError: print(tb.format_exc().count('Trace'), tb.format_exc().splitlines()[-1])
class Weird(Exception):
    def __str__(self): raise RuntimeError
print(tb.format_exception_only(Weird()), tb.format_exception_only(KeyError('multi\nline')), tb.format_exception_only(SystemExit(3)), tb.format_exception_only(type('Q', (Exception,), {'__module__': 'mod'})('z')))
e = ValueError('n'); e.add_note('note'); e.add_note('two\nlines'); print(tb.format_exception_only(e), tb.format_exception(e)); fs = tb.FrameSummary('f', 1, 'n', lookup_line=False, line='x', locals={'a': 1}); print(fs, fs == ('f', 1, 'n', 'x'), tuple(fs), fs.locals, len(fs), fs[2]); err(lambda: fs[9]); err(tb.FrameSummary); err(tb.print_tb, 5); err(tb.print_exception, 5); err(tb.format_exception, ValueError, ValueError('x')); err(tb.clear_frames, 5); print(tb.clear_frames(ex.__traceback__), tb.print_tb(None), tb.format_tb(None), tb.extract_stack()[-1].name)
