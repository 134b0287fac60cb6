# Ordinary use, mistakes and corners of re: sub, fullmatch, findall, start.
import re

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

m = re.search(r'(\w+)-(\d+)?(x)?', 'k: zz-9 q')
print(m.span(), m.span(1), m.span(3), m.start(2), m.end(2), m.group(0, 1, 2), m.groups('-'), m[1], m.lastindex, m.regs)
err(m.span, 4)
err(m.span, 'name')
err(m.span, -1)
err(m.span, 1.5)
err(m.group, 9)
err(lambda: m['x'])
err(m.start, 1, 2)
p = re.compile(r'(?P<k>[a-z]+)=(?P<v>\d+)')
print(p.subn(r'\g<v>:\g<k>', 'a=1, b=22', count=1), p.subn(lambda m: m['k'].upper(), 'a=1 b=2'), p.subn('', 'none'))
err(p.subn, r'\g<zz>', 'a=1')
err(p.subn, r'\9', 'a=1')
err(p.subn, r'\g<1', 'a=1')
err(p.subn, r'\q', 'a=1')
err(p.subn, r'\g<-1>', 'a=1')
err(p.subn, 5, 'a=1')
err(p.subn, 'x')
err(p.subn, 'x', b'bytes')
err(p.subn, b'x', 'a=1')
err(p.subn, lambda m: 5, 'a=1')
print([ (x.group(), x.span()) for x in re.finditer(r'a*', 'baac')], [m.groupdict() for m in p.finditer('a=1 b=2')])
it = p.finditer('a=1 b=2', 3)
print(next(it).start(), list(it), type(it).__name__)
err(p.finditer, 5)
err(re.finditer, '(', 'x')
err(re.finditer, 'x')
err(re.finditer, b'x', 'x')
for bad in ('*a', 'a**', '(?P<1>a)', '(?P<a>x)(?P<a>y)', '[z-a]', '(?P=q)', r'\1', '(?<=a+)b', 'a{3,1}', '(?z)', '[a', '(?P<a', 'x)', '(?(1)a|b|c)', r'\8', '(?i', r'\u12', '[[:x', 'a(?i)b', '(?<n>a)', r'\N{nope}', '(?P>a)', '(?#x'):
    err(re.compile, bad)
try:
    re.compile('ab\n(c')
except re.error as e:
    print(e.msg, e.pattern, e.pos, e.lineno, e.colno)
print(p.pattern, p.flags, p.groups, p.groupindex, p, repr(m), re.compile(b'x', re.I | re.M))
print(re.split(r'(,)\s*', 'a, b,c', maxsplit=1), re.escape('a.b*c-d e\n'), re.findall(r'(a)(b)?', 'aab'), re.fullmatch('a|ab', 'ab').group())
print(m.expand(r'\1/\2/\g<0>'), m.pos, m.endpos, m.string, m.re.pattern, bool(m), m.lastgroup)
err(m.expand, r'\7')
err(re.compile, p, re.I)
err(re.compile, 5)
err(re.sub, 'a', 'b')
print(re.sub('(?i)X', '-', 'axbX'), re.sub('', '.', 'ab'), re.sub(r'(?m)^', '> ', 'a\nb'), re.match(r'(?x) a  # c' '\n b', 'ab'))
q = re.compile(r'(\d+)(px|em)?', re.I); print(q.fullmatch('12PX').groups(), q.fullmatch('12 '), q.findall('1px 2 3EM'), q.fullmatch('x12px', 1).span(), q.findall('12px34', 1, 4), re.sub(r'(?P<n>\d)', r'<\g<n>>', 'a1b2', count=1), re.sub('a|b', lambda m: m.group().upper(), 'abc', flags=re.I), re.sub('x*', '-', 'abxd'), q.fullmatch('5').start(2), q.match('7em').start(1)); err(q.findall, 5); err(q.fullmatch); err(q.fullmatch, b'1'); err(re.sub, 'a'); err(re.sub, 'a', 5, 'b'); err(re.sub, 'a', 'b', 5); err(re.sub, '(', '', ''); err(re.sub, 'a', '\\1', 'a'); err(re.sub, 'a', '\\g<x>', 'a'); err(re.sub, 'a', 'b', 'c', count='x'); err(re.findall, 'a'); err(m.start, 'zz'); err(m.start, 7)
