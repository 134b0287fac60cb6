# Patterns that are none: message, position, line and column.
import re

for bad in ["(", ")", "a)", "[", "[a", "[]", "[^]", "[b-a]", r"[\w-a]", r"[a-\d]", "*", "+a", "a**", "a*+*", "a{2}{3}", "?", "(*)", "(?", "(?P", "(?P<", "(?P<>a)", "(?P<1>a)",
            "(?P<a", "(?P<a>", "(?P<a>x)(?P<a>y)", "(?P=a)", "(?P=", "(?P=a", "(?Px)", "(?z)", "(?<", "(?<x", "(?#", "(?(", "(?()a)", "(?(1", "(?(1)a|b|c)", "(?(x)a)",
            "(?(0)a)", "(?(2)a)(b)", "(?(-1)a)", "(?(+1)a)", "a(?i)", "(?i", "(?-", "(?-i", "(?i-", "(?a-a:b)", "(?i-i:b)", "(?au)", "(?L)", "(?-a:b)", "(?iz)", "(?i-z:a)", "(?i:",
            r"\1", r"(\1)", r"(a)\2", r"\8", r"\400", r"[\400]", "\\", r"\x1", r"\u12", r"\U0011000", r"\U00110000", r"\q", r"[\q]", r"\N", r"\N{", r"a{3,2}", "a{1", "a{,x}",
            "x" + "(" * 3, "a\n(b\n", "a|*", "(?P<é>a)(?P=ë)", "(?<=a", "a(?=b", "(a", "(?:a", "(?>a"]:
  try:
    print(repr(bad), re.compile(bad).pattern == bad)
  except re.error as e:
    print(repr(bad), "->", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == bad)
for bad in [rb"\N{DIGIT ONE}", b"(?u)a", b"\\u1234", b"(?P=\xe9)"]:
  try:
    print(re.compile(bad))
  except re.error as e:
    print(bad, "->", e)
