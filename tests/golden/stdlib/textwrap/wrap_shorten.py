# Ordinary use, mistakes and corners of textwrap: wrap, shorten, fill.
import textwrap

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

p = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.'
for w in (10, 20, 33, 70): print(*textwrap.wrap(p, w), sep='\n')
print(textwrap.fill(p, 40, initial_indent='- ', subsequent_indent='  '), textwrap.shorten(p, 30), textwrap.shorten(p, 30, placeholder='…'), textwrap.shorten('short', 30), textwrap.shorten('  a \n b\tc ', 10), sep='\n')
err(textwrap.shorten, p, 2); err(textwrap.shorten, p, 3, placeholder='[....]'); err(textwrap.shorten, p, 'x'); err(textwrap.shorten); err(textwrap.shorten, 5, 5); err(textwrap.fill); err(textwrap.fill, p, 0); err(textwrap.fill, p, None); err(textwrap.fill, None); err(textwrap.wrap, p, width='10'); err(textwrap.wrap, p, 10, 5); err(textwrap.TextWrapper, 10, bogus=1); err(textwrap.TextWrapper(width=0).wrap, 'x'); err(textwrap.TextWrapper(width=5, max_lines=1, placeholder='long placeholder').wrap, p); err(textwrap.TextWrapper().wrap)
t = textwrap.TextWrapper(width=15); print(t.wrap('aaaaaaaaaaaaaaaaaaaaaa b-c-d e'), t.width, t.break_long_words); t.break_long_words = False; print(t.wrap('aaaaaaaaaaaaaaaaaaaaaa b')); t.max_lines = 1; print(t.fill(p)); t2 = textwrap.TextWrapper(width=30, expand_tabs=True, tabsize=4, replace_whitespace=False, drop_whitespace=False); print(t2.wrap('a\tb\nc  d   eeee'), textwrap.TextWrapper(break_on_hyphens=False, width=8).wrap('well-known thing'), textwrap.TextWrapper(width=8).wrap('well-known thing'), textwrap.wrap('a\n\nb'), textwrap.wrap(' lead'), textwrap.wrap('x' * 5, 5), textwrap.wrap('é ü ö', 3), textwrap.wrap('one--two---three', 6))
