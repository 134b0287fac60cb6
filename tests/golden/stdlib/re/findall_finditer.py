# findall() gives texts or tuples of groups; finditer() gives matches. Empty matches may follow other matches.
import re

print(re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)(\d)?", "a1 b"), re.findall(r"(\w)\d", "a1 b2"), re.findall("x", "abc"))
print(re.findall("a*", "baac"), re.findall(r"\b", "ab cd"), re.findall("", "abc"), re.findall("a|", "aba"))
print([m.span() for m in re.finditer("a*?", "aab")], [m.span() for m in re.finditer("(?=(.))", "abc")])
print(re.compile("a").findall("aaaa", 1, 3), [m.start() for m in re.compile("a").finditer("aaaa", 2)])
it = re.finditer("a", "aa")
print(iter(it) is it, next(it), next(it), next(it, "end"), next(it, "end"))
print(re.findall(b"[a-c]", b"abcd"), re.findall(b"b", bytearray(b"abcb")), re.findall(b"b", memoryview(b"abcb")))
