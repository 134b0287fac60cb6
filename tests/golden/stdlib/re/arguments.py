# Arguments of the wrong kind.
import re

def attempt(f):
  try:
    print(repr(f()))
  except (TypeError, ValueError, IndexError, AttributeError, OverflowError) as e:
    print(type(e).__name__, e)

attempt(lambda: re.search("a", b"a"))
attempt(lambda: re.search(b"a", "a"))
attempt(lambda: re.search("a", 1))
attempt(lambda: re.search("a"))
attempt(lambda: re.compile(1))
attempt(lambda: re.compile([]))
attempt(lambda: re.compile(re.compile("a"), re.I))
attempt(lambda: re.compile(re.compile("a")))
attempt(lambda: re.compile("a", "x"))
attempt(lambda: re.compile("a", re.L))
attempt(lambda: re.compile(b"a", re.U))
attempt(lambda: re.compile("a", re.A | re.U))
attempt(lambda: re.compile(b"a", re.A | re.L))
attempt(lambda: re.compile("a{99999999999}"))
attempt(lambda: re.sub("a", 1, "a"))
attempt(lambda: re.sub("a", b"x", "abca"))
attempt(lambda: re.sub(b"a", "x", b"abca"))
attempt(lambda: re.sub("a", lambda m: 1, "bab"))
attempt(lambda: re.sub("a", lambda m: None, "bab"))
attempt(lambda: re.sub("a", r"\g<x>", "a"))
attempt(lambda: re.Match())
attempt(lambda: re.Pattern())
attempt(lambda: type("X", (re.Match,), {}))
attempt(lambda: re.compile("a").search())
attempt(lambda: re.compile("a").search(string="a", pos=0, endpos=1))
attempt(lambda: re.compile("a").sub("b"))
attempt(lambda: re.compile("a").match("a", 1.5))
