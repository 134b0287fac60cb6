# search() finds the first match, match() looks at the start only, fullmatch() wants all of the string.
import re

print(re.search(r"\d+", "abc 123 def 45"))
print(re.match(r"\d+", "abc 123"), re.match(r"[a-c]+", "abcd"))
print(re.fullmatch(r"[a-c]+", "abcd"), re.fullmatch(r"[a-d]+", "abcd"), re.fullmatch(r"a|ab", "ab"))
p = re.compile("b+")
print(p.search("abbb", 2), p.match("abbb", 1), p.match("abbb", 1, 3), p.fullmatch("abbb", 1), p.search("abbb", 9))
print(re.compile("^b").search("ab", 1), re.compile(r"\bb").search("ab", 1), re.compile("a$").search("ab", 0, 1))
print(re.search("x", "abc") is None, bool(re.search("", "abc")))
