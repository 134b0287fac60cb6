# How patterns, matches and flags are shown.
import re

print(re.compile("a"), re.compile(b"a"), re.compile("a", re.I | re.M), re.compile("(?x) a b", re.S), re.compile("a", re.A), re.compile(b"a", re.L))
print(re.compile("x" * 300))
print(re.match("a+", "aaa"), re.match(b"a+", b"aaa"), re.match("a+", "a" * 100))
print(re.I, repr(re.IGNORECASE | re.MULTILINE), re.RegexFlag(0), str(re.X), re.RegexFlag(512 | 2), re.NOFLAG)
print(re.compile("a", re.I).flags, re.compile("(?ms)a").flags, re.compile(b"a").flags, re.compile("(?a)x").flags)
print(type(re.compile("a")), type(re.match("a", "a")), re.Pattern, re.Match)
p = re.compile("(?P<y>a)(?P<z>b)(c)")
print(p.pattern, p.groups, dict(p.groupindex), p.groupindex)
