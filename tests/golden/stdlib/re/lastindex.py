# lastindex and lastgroup: the group that was closed last.
import re

for pattern, text in [("(a)(b)", "ab"), ("((a)(b))", "ab"), ("((ab))", "ab"), ("(a)(b)?", "a"), ("(a)|(b)", "b"), ("a", "a"),
                      ("(?P<x>a)(?P<y>b)?", "a"), ("(?:(a)|(b))*", "ba"), ("(?:(a)|(b))*", "ab"), ("(a)(?=(b))", "ab"), ("((a)|b)+", "ab")]:
  m = re.match(pattern, text)
  print(pattern, text, m.lastindex, m.lastgroup, m.groups())
