# Match objects: groups, positions and where the search took place.
import re

m = re.search(r"(?P<user>\w+)@(?P<host>\w+)(\.\w+)?(x)?", "mail bob@example.org now", re.I)
print(m.group(), m.group(0), m.group(1), m.group("host"), m.group(1, "host", 4))
print(m[0], m["user"], m[3], m[4])
print(m.groups(), m.groups("-"), m.groupdict(), m.groupdict("?"))
print(m.start(), m.end(), m.span(), m.start("host"), m.end(1), m.span(4))
print(m.string, m.re is re.compile(m.re), m.pos, m.endpos, m.regs)
print(m.lastindex, m.lastgroup)
print(m.expand(r"\2 at \g<user> \g<0> [\4]"))
print(re.compile("b").search("abcabc", 2, 5).pos, re.compile("b").search("abcabc", 2, 5).endpos)
import copy
print(copy.copy(m) is m, copy.deepcopy(m) is m)
for key in (5, -1, "nope", 1.5, None):
  try:
    m.group(key)
  except IndexError as e:
    print(type(e).__name__, e)
