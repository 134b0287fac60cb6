# Encodings of sources, sources of tokens, and the command line.
import contextlib
import io
import os
import sys
import tempfile
import tokenize

for lines in ([b"x\n"], [], [b"# coding: latin-1\n", b"x"], [b"#!/bin/x\n", b"# -*- coding: UTF_8 -*-\n"], [b"x\n", b"# coding: latin-1\n"],
              [b"\xef\xbb\xbf# coding: utf-8\n"], [b"\xef\xbb\xbf# coding: latin-1\n"], [b"# coding: no-such\n"], [b"\xff\n"], [b"\n", b"#vim: fileencoding=ascii\n"],
              [b"\xef\xbb\xbf"], [b"# coding=iso_8859_1-unix\n"]):
  try:
    print(lines, tokenize.detect_encoding(iter(lines).__next__))
  except SyntaxError as error:
    print(lines, type(error).__name__, error)

SOURCE = b"""# coding: latin-1
if x:   # \xe9
    y = (1 ,
       2)   ; z

\tif deep: pass
    w = 'a' \\
  'b'
"""
tokens = list(tokenize.tokenize(io.BytesIO(SOURCE).readline))
print(tokenize.untokenize(tokens) == SOURCE, tokenize.untokenize(token[:2] for token in tokens))
print(repr(tokenize.untokenize([(tokenize.NAME, "a"), (tokenize.OP, "="), (tokenize.STRING, "'x'"), (tokenize.STRING, "'y'"), (tokenize.NUMBER, "1")])))
try:
  tokenize.untokenize([(tokenize.NAME, "a", (2, 0), (2, 1), ""), (tokenize.NAME, "b", (1, 0), (1, 1), "")])
except ValueError as error:
  print(error)

with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "source.py")
  with open(path, "wb") as file:
    file.write(SOURCE)
  with tokenize.open(path) as text:
    print(text.encoding, text.mode, text.readlines()[1])
  for content, options in ((SOURCE, ["-e"]), (b"(", []), (b"if x:\n  y\n z\n", []), (b"# coding: nope\n", [])):
    with open(path, "wb") as file:
      file.write(content)
    sys.argv = ["tokenize", path, *options]
    with contextlib.redirect_stderr(io.StringIO()) as said:
      try:
        tokenize.main()
      except SystemExit as error:
        print("exit", error.code, said.getvalue().replace(folder, ""), end="")
  sys.argv = ["tokenize"]
  sys.stdin = io.StringIO("a+1\n")
  tokenize.main()
