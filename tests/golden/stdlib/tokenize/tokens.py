# The tokens of sources, with all kinds of literals, line ends and mistakes.
import io
import token
import tokenize

SOURCES = {
  "statements": "def f(a, *, b=1):  # comment\n    if a:\n\t\treturn b\n\n    # alone\n    x = [1,\n  2]\n    y = 1 + \\\n        2\nclass C: pass\n",
  "numbers": "0x_1F 0b1_0 0o17 1_000 00 1. .5 1e5 1E-5 1_0.0_1e1_0j 5j 0777 1_ 0x 1.e\n",
  "strings": "'a' \"b\" r'\\n' Rb\"x\" f'{x!r}' u'' '''one''' \"\"\"two\nlines\"\"\" 'a\\'b' 'joined \\\nline'\n",
  "operators": "a**=b//=c>>=d<<=e:=f->g...@=h!=i<=j>=k~l^m|n&o%p;q.r\n",
  "names": "caf\u00e9 \u0663 \u00b2 async await match case _ print\n",
  "mistakes": "a $ b ? c ! 'open\nd\n'x\\\ny\nz\n",
  "no end of line": "if x:\n  y",
  "comment at the end": "x\n# comment",
  "blanks at the end": "x\n   ",
  "form feed and returns": "\fx\r\n  \r\ny\r\n",
  "nothing": "",
  "open bracket": "f(1,\n",
  "open string": "x = '''abc\n",
  "bad dedent": "if x:\n    y\n  z\n",
}
for title, source in SOURCES.items():
  print("--", title)
  try:
    for info in tokenize.generate_tokens(io.StringIO(source, newline="").readline):
      print(f"{tokenize.tok_name[info.type]:10} {tokenize.tok_name[info.exact_type]:16} {info.string!r:24} {info.start} {info.end} {info.line!r}")
  except (tokenize.TokenError, IndentationError) as error:
    print(type(error).__name__, error.args)

first, *rest = tokenize.tokenize(io.BytesIO(b"\xef\xbb\xbfx = '\xc3\xa9'\n").readline)
print(first, first.exact_type, rest[2], rest[2]._replace(string="y"), len(rest), tokenize.TokenInfo._fields)
print(list(tokenize.tokenize(iter([b"a\n", b"b\n"]).__next__))[-2:])
print([name for name in tokenize.__all__ if not hasattr(tokenize, name)], len(tokenize.__all__), sorted(token.tok_name.items())[::9], token.N_TOKENS,
      token.NT_OFFSET, token.ISTERMINAL(3), token.ISNONTERMINAL(300), token.ISEOF(0), len(token.EXACT_TOKEN_TYPES))
