# str.format: fields, conversions, nested specs and their errors.
for spec in ['', 's', '10', '>10', '^10', '<10', '*^10', '.2', '10.2', '010', '=10', '+', ' ', ',', '_', 'd', '#', 'z', '.', '5s', '.0', '0', '<010', 'é>6', '>', '^.1s', '10.2x']:
    try: print(spec, repr(format('héllo', spec)))
    except Exception as e: print(spec, type(e).__name__, e)
tests = [('{}', (1,)), ('{0}{1}{0}', (1, 2)), ('{}{1}', (1, 2)), ('{1}{}', (1, 2)), ('{', ()), ('}', ()), ('{{}}', ()), ('{0.real}', (3,)), ('{0[a]}', ({'a': 1},)), ('{0[1]}', ([5, 6],)), ('{0[-1]}', ([5, 6],)), ('{0[-1]}', ({'-1': 'neg'},)), ('{!r}', ('x',)), ('{!a}', ('é',)), ('{!x}', (1,)), ('{!}', (1,)), ('{!rr}', (1,)), ('{:{}}', ('a', 5)), ('{:{}{}}', ('a', '>', 5)), ('{:{:{}}}', (1, 2, 3)), ('{0.}', (1,)), ('{0[}', (1,)), ('{0[]}', ([1],)), ('{a}', ()), ('{0}', ()), ('{:d}', ('a',)), ('{.__class__}', (1,)), ('{0:}', (1,)), ('{0!s:>5}', (1,)), ('{a.b}', ()), ('{ }', ()), ('{0 }', (1,)), ('{-1}', (1,)), ('{0[a}', ({},)), ('{0]}', (1,)), ('{99999999999999999999}', ()), ('{:%Y}', (1,)), ('{!r:^10}', ('a',)), ('{0.real.imag}', (1,)), ('{0!}', (1,)), ('{:{', (1,)), ('{0:{1}', (1, 2)), ('{0[0][1]}', (['ab'],)), ('{0[0]x}', (['ab'],)), ('{}}', (1,)), ('{!r }', (1,))]
for f, a in tests:
    try: print(f, repr(f.format(*a)))
    except Exception as e: print(f, type(e).__name__, e)
print('{a}{b}'.format_map({'a': 1, 'b': 2}))
class D(dict):
    def __missing__(s, k): return '<' + k + '>'
print('{x} {y.upper}'.format_map(D())[:6])
try: '{}'.format_map([1])
except Exception as e: print(type(e).__name__, e)
class F:
    def __format__(s, spec): return 'F(' + spec + ')'
print(f'{F():abc}', '{:x{}y}'.format(F(), 3), format(F()))
class G:
    def __format__(s, spec): return 3
try: format(G())
except TypeError as e: print(e)
try: format(object(), 'x')
except TypeError as e: print(e)
try: format([], '5')
except TypeError as e: print(e)
try: format(None, '>5')
except TypeError as e: print(e)

# Keywords that are no text are no mistake here, as they are everywhere else.
for call in (lambda: '{a}'.format(**{1: 2, 'a': 3}), lambda: '{1}'.format(**{1: 2}), lambda: '{x}'.format(**{1: 2}), lambda: '{0}'.format(4, **{0: 5}),
             lambda: 'x'.encode(**{1: 2}), lambda: dict(**{1: 2}), lambda: print(**{1: 2}), lambda: [].sort(**{1: 2})):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
