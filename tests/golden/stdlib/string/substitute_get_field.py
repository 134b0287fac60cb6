# Ordinary use, mistakes and corners of string: substitute, get_field, get_value, capwords.
import string; from string import Template, Formatter, capwords

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(Template('Hi $name, you owe $$${amount}').substitute(name='Bo', amount=5), Template('$a$b').substitute({'a': 1}, b=2), Template('no').substitute(), Template('${a}b').substitute(a='x'), Template('$a-$A').safe_substitute(a=1), Template('$').safe_substitute(), Template('$a').get_identifiers(), Template('$$').is_valid())
for t, a, k in [('$a', (), {}), ('$a', ({},), {}), ('$', (), {}), ('x\n  $ y', (), {}), ('${a', (), {'a': 1}), ('${}', (), {}), ('$1', (), {}), ('$a', (5,), {}), ('$a', ({}, {}), {}), ('$é', (), {'é': 1}), ('$a', ({'a': None},), {}), ('$_x', (), {'_x': 1})]: err(Template(t).substitute, *a, **k)
err(Template); err(Template, 1, 2); err(Template(5).substitute); err(Template(None).safe_substitute)
f = Formatter(); print(f.get_field('0.real', (5,), {}), f.get_field('a[k][0]', (), {'a': {'k': [7]}}), f.get_value(0, ('z',), {}), f.get_value('k', (), {'k': 1}), f.format('{:>{w}}|{!r}|{:{}}', 'a', 'b', 'c', 5, w=4), f.vformat('{0[x]}{y}', [{'x': 1}], {'y': 2})); err(f.get_value, 5, (), {}); err(f.get_value, 'k', (), {}); err(f.get_value, 'k', ()); err(f.get_field, '0.nope', (5,), {}); err(f.get_field, 'a[x]', (), {'a': {}}); err(f.get_field, '', (), {}); err(f.get_field, 'a[0', (), {'a': [1]}) ; err(f.get_field, 'a.', (), {'a': 1}); err(f.get_field, 'a[]', (), {'a': [1]}); err(f.get_field, 5, (), {}); err(f.format, '{a[0}', a=[1]); err(f.format, '{a..b}', a=1); err(f.format, '{:z}', 1); err(f.format, '{0.__class__.__nope__}', 1)
class Up(Formatter):
    def get_value(self, k, a, kw): return kw[k] if k in kw else f'?{k}'
    def format_field(self, v, spec): return v.upper() if spec == 'up' else super().format_field(v, spec)
print(Up().format('{x:up} {miss} {y:03d}', x='a', y=7), capwords('the quick  BROWN fox'), capwords(' a b '), capwords('a,b c', ','), capwords('é ü')); err(capwords, None); err(capwords, 'a', 5); err(capwords); print('{:,} {:_} {:e} {:%} {:b} {:#x} {:+d} {:^7} {:*<5} {!s:>4}'.format(1234567, 1234567, 1234.5, .25, 5, 255, 3, 'mid', 'ab', 'z'))
