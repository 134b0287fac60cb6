# Kinds of groups: named, not capturing, conditional, atomic, possessive, back references.
import re

print(re.findall(r"(?P<q>['\"])(.*?)(?P=q)", "'a' \"b\" 'c\""), re.findall(r"(\w)\1", "aabbc"))
print(re.match(r"(<)?\w+(?(1)>|$)", "<a>"), re.match(r"(<)?\w+(?(1)>|$)", "<a"), re.match(r"(?P<o><)?a(?(o)>)", "a"))
print(re.match(r"(?>a+)ab", "aaab"), re.match(r"a++b", "aaab"), re.match(r"a*+a", "aaa"), re.match(r"(?:ab)?+ab", "ab"), re.match(r"a{1,3}+a", "aaaa"))
print(re.match(r"(?:a|b)+?c", "abac"), re.match("(a)(?:b)(c)", "abc").groups(), re.match("(?#comment)a", "a"))
print(re.match("(a|ab)(c|bcd)(d*)", "abcd").groups(), re.match("((a)|(b))*", "ab").groups(), re.match("(a)?b", "b").groups())
print(re.compile("(a)(?P<n>b)").groupindex["n"], re.match(r"(a)\1?b", "aab"), re.match(r"(?:(a)|b)\1", "ba"))
for key in (slice(0, 2), [1], 1.5, None):
  try:
    re.match("a", "a")[key]
  except (TypeError, IndexError) as error:
    print(type(error).__name__, error)
