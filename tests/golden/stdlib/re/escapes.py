# Escapes in patterns and sets.
import re

print(re.findall(r"\x41\u0042\U00000043\104\0", "ABCD\0"), re.findall(r"[\x41-\x43\n\b\]]", "ABCD\n\b]"), re.findall(r"\a\f\v\t", "\a\f\v\t"))
print(re.findall(r"\.\*\\\[\-\ \!", ".*\\[- !"), re.findall(r"[]-a]", "]^_`ab"), re.findall(r"[a\-z]", "a-z"), re.findall(r"[-a]|[a-]", "-a"), re.findall("[^\\d\\s]", "1 a"))
print(re.findall(r"\A\w|\w\Z", "ab\n"), re.findall(r"\w\Z", "ab"), re.findall(r"\Bb\B", "abc b"), re.findall(r"\B", ""), re.findall(r"\b", ""))
print(re.findall("a{2}|a{,1}b|c{1,}|d{|e{}|f{x}|g{1,2", "aabcccd{e{}f{x}g{1,2"), re.findall("a{0}b", "ab"), re.findall(r"[\D][\W][\S]", "a-b"))
print(re.findall("(?:)|a", "a"), re.findall(r"[\[a]", "[a"), re.findall("\u2022|é", "a•é"))
