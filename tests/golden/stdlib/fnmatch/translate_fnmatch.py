# Ordinary use, mistakes and corners of fnmatch: translate, fnmatch, filter.
import fnmatch, re

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

for p in ('*.py', 'a?c', '[abc]x', '[!abc]x', '[a-c]', '[]]', '[!]', '[', 'a[', '[z-a]', '**', '*a*b*', '', '.', 'a.b', '[\\d]', 'a|b', '(x)', '^$', '[--0]', '[a-]', '[!a-c-e]', 'é*', '\\*', '[[]', '[]-a]', '{a,b}', 'a\nb', '???', '*?*', '[a&&b]', '[~~]'):
    print(repr(p), fnmatch.translate(p), [s for s in ('a.py', 'abc', 'ax', 'dx', 'b', ']', '', 'ab', 'a\nb', '-', 'éa', '[', '*', 'a|b') if fnmatch.fnmatchcase(s, p)])
print(fnmatch.fnmatch('FOO.txt', '*.TXT'), fnmatch.fnmatchcase('foo.txt', '*.TXT'), fnmatch.fnmatch(b'abc', b'a*'), fnmatch.filter(['a.py', 'b.txt', 'c.py'], '*.py'), fnmatch.filter([], '*'), fnmatch.filter([b'a', b'b'], b'[a]'), fnmatch.filter(iter(['x']), 'x'), fnmatch.fnmatch('dir/file', '*'), fnmatch.fnmatch('.hidden', '*'))
for f, a in [(fnmatch.fnmatch, ('a', b'a')), (fnmatch.fnmatch, (b'a', 'a')), (fnmatch.fnmatch, (5, 'a')), (fnmatch.fnmatch, ('a', 5)), (fnmatch.fnmatch, ('a',)), (fnmatch.fnmatch, ()), (fnmatch.fnmatchcase, (5, '*')), (fnmatch.fnmatchcase, ('a', None)), (fnmatch.translate, (5,)), (fnmatch.translate, ()), (fnmatch.translate, (b'a',)), (fnmatch.filter, (5, '*')), (fnmatch.filter, ([5], '*')), (fnmatch.filter, (['a'], 5)), (fnmatch.filter, ('abc', '[ab]')), (fnmatch.filter, (['a'],)), (fnmatch.filter, (['a', b'b'], '*'))]: err(f, *a)
r = re.compile(fnmatch.translate('*.tx?')); print(bool(r.match('a.txt')), bool(r.match('a.txtt')), bool(r.match('x\n.txt')))
import pathlib; print(fnmatch.fnmatch(pathlib.Path('a/b.py'), '*.py'), fnmatch.__all__)
