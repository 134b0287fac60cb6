# Ordinary use, mistakes and corners of string: convert_field, parse, safe_substitute, get_identifiers.
import string

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

f = string.Formatter()
print(f.format('{0} {1:>5} {name!r:^10}', 'a', 2, name='n'), f.vformat('{x[0]} {y.real}', (), {'x': [9], 'y': 3}), list(f.parse('a{b!r:c{d}}e{{f}}{')) if 0 else list(f.parse('a{b!r:c{d}}e{{f}}')), list(f.parse('')), list(f.parse('}}{}')), f.convert_field(5, 'r'), f.convert_field('é', 'a'), f.convert_field(5, None), f.convert_field([1], 's'))
err(f.convert_field, 5, 'x'); err(list, f.parse('{')); err(list, f.parse('}')); err(list, f.parse('{a!}')); err(list, f.parse('{a!rx}')); err(f.parse, 5); err(f.format, '{}'); err(f.format, '{a}'); err(f.format); err(f.format, '{0} {}', 1, 2); err(f.format, '{} {0}', 1); err(f.format, '{:d}', 'x'); err(f.format, '{!z}', 1); err(f.vformat, '{0}', (), {}); err(f.format, '{a.b}', a=1); err(f.format, '{a[x]}', a={}); err(f.get_value, 0, (), {}); err(f.get_value, 'k', (), {}); print(f.get_field('a[0].real', (), {'a': [5]}), f.format_field(3.14159, '.2f'), f.check_unused_args({0}, (1, 2), {}), f.get_value(1, ('a', 'b'), {}))
class Default(string.Formatter):
    def get_value(self, key, args, kw):
        return kw.get(key, f'<{key}>') if isinstance(key, str) else super().get_value(key, args, kw)
    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == 'u' else super().convert_field(value, conversion)
    def check_unused_args(self, used, args, kw):
        if unused := set(kw) - set(used): raise ValueError(f'unused {sorted(unused)}')
print(Default().format('{a} {b!u} {}', 1, b='x')); err(Default().format, '{a}', a=1, z=2)
t = string.Template('$who likes ${what} for $$5 $1 ${bad-} $who')
print(t.safe_substitute(who='tim'), t.safe_substitute({'what': 'x'}, who='y'), t.get_identifiers() if 0 else '', string.Template('$a ${b} $$c $a').get_identifiers(), string.Template('$a ${b}').is_valid(), t.is_valid(), t.template[:4]); err(t.substitute, who='a'); err(string.Template('$a').substitute); err(string.Template('$a').substitute, {}); err(string.Template('$ x').substitute, {}); err(string.Template('a\n$').substitute, {}); err(string.Template('$a').substitute, 5); err(string.Template('$a').substitute, {}, {}); err(t.get_identifiers); err(string.Template, 5); err(string.Template(5).substitute) ; err(string.Template); print(string.Template('$a').substitute({'a': 1}, a=2), string.Template('').substitute(), string.Template('é$é').safe_substitute(é='x'))
class Pct(string.Template): delimiter = '%'; idpattern = '[a-z]+_[a-z]+'
print(Pct('%foo_bar %foo %%').safe_substitute(foo_bar='ok'), Pct('%foo_bar').get_identifiers())
class Br(string.Template): pattern = r'\[\[(?:(?P<escaped>\[\[)|(?P<named>\w+)\]\]|(?P<braced>x)y|(?P<invalid>))'
print(Br('[[name]] z').substitute(name='N')); err(type, 'BadT', (string.Template,), {'pattern': '('}) ; err(type('BadT', (string.Template,), {'pattern': 'x'})('x').substitute)
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, repr(string.whitespace), string.punctuation, len(string.printable), string.capwords('hello  big world'), string.capwords('a-b c', '-'), string.capwords('')); err(string.capwords, 5); err(string.capwords)
