# sub() and subn(): templates, functions, counts and empty matches.
import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1), re.subn("a", "b", "banana"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<x>\d)", r"<\g<x>>", "a1b2"), re.sub("b", r"[\g<0>]", "abc"))
print(re.sub("(a)|b", r"<\1>", "ab"), repr(re.sub("-", r"\n\t\\\x41"[:6], "1-2")), re.sub("a", r"\101\0601", "xa"))
print(re.sub("x*", "-", "abxd"), re.sub("$", "!", "a\nb\n"), re.sub(r"\b", "|", "ab cd"), re.sub("", "-", "abc"))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "1 20 300"), re.sub("a", lambda m: "", "banana"))
print(re.subn("z", "y", "abc"), re.subn("", "-", "ab", 2), re.sub(b"a", b"b", b"banana"), re.sub(b"(a)", rb"\1\1", bytearray(b"xa")))
text = "unchanged"
print(re.sub("z", "", text) is text)
