# Ordinary use, mistakes and corners of textwrap: wrap, wrap, dedent, fill.
import textwrap as t

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

text = "The quick brown fox-jumps over the lazy dog's back. Then it slept;  and   slept again!\nNew line\there."
print(t.wrap(text, 20), t.fill(text, 30), sep='\n'); w = t.TextWrapper(width=25, initial_indent='* ', subsequent_indent='  ', break_on_hyphens=False, fix_sentence_endings=True); print(w.wrap(text), w.fill('short'), w.width)
for k in ({'width': 10}, {'width': 10, 'break_long_words': False}, {'max_lines': 2}, {'max_lines': 1, 'placeholder': '...'}, {'expand_tabs': False}, {'tabsize': 2}, {'replace_whitespace': False}, {'drop_whitespace': False}, {'width': 12, 'initial_indent': '>>> '}, {'width': 1}, {'width': 15, 'max_lines': 3, 'placeholder': ' [more]'}): print(k, t.wrap(text, **{'width': 40, **k}))
print(t.wrap(''), t.wrap('   '), t.fill(''), t.wrap('a' * 25, 10), t.wrap('supercalifragilistic expiali', 8), t.wrap('a-b-c-d-e', 3), t.wrap('--option=value', 8), t.wrap('x — y', 3), t.shorten('Hello  world!', 12), t.shorten('Hello world foo', 11), t.shorten('Hello world', 10, placeholder='...'), t.wrap('é' * 5 + ' b', 4), t.wrap('a\u00a0b c', 3))
for f, a, k in [(t.wrap, (text, 0), {}), (t.wrap, (text, -1), {}), (t.wrap, (text, 'x'), {}), (t.wrap, (5,), {}), (t.wrap, (), {}), (t.wrap, (b'x',), {}), (t.wrap, (text,), {'bogus': 1}), (t.wrap, (text, 3), {'max_lines': 1}), (t.shorten, ('hello world', 3), {}), (t.shorten, (text,), {}), (t.fill, (None,), {}), (t.TextWrapper, (1, 2, 3), {}), (t.TextWrapper().wrap, (5,), {}), (t.TextWrapper().fill, (), {}), (t.dedent, (5,), {}), (t.dedent, (), {}), (t.indent, (5, ' '), {}), (t.indent, ('a',), {}), (t.indent, ('a', 5), {}), (t.indent, ('a', ' ', 5), {}), (t.wrap, ('a b', 10), {'initial_indent': 5})]: err(f, *a, **k)
print(repr(t.dedent('  a\n    b\n\n  c\n')), repr(t.dedent('\ta\n  b')), repr(t.dedent('  a\n\t\n  b')), repr(t.dedent('')), repr(t.dedent('    \n  x')), repr(t.indent('a\n\nb\n', '> ')), repr(t.indent('a\n\n', '+', lambda l: True)), repr(t.indent('', 'x')), repr(t.dedent(' a\r\n b')), t.TextWrapper.__init__.__defaults__[0] if t.TextWrapper.__init__.__defaults__ else '')
class W(t.TextWrapper):
    def _split(self, text): return text.split('|')
print(W(width=4).wrap('ab|cd|ef'), t.TextWrapper(width=20).wrap('He said "Hi." Then left. (Done.) Ok'), t.TextWrapper(fix_sentence_endings=True, width=70).fill('One. Two? Three! "Four." five. Mr. X')); w.width = 10; w.max_lines = 2; print(w.fill(text), t.__all__)
