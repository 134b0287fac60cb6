# Long subjects and deep repetition: results, not crashes.
import re

print(len(re.match("(?:a|b)*", "ab" * 50000).group()), re.match("(a*)*b", "a" * 20), len(re.findall("a.?b", "ab" * 10000)))
print(re.search("(?:x+x+)+y", "x" * 12), len(re.sub("(a)(b)", r"\2\1", "ab" * 30000)), re.match("(.*)(.*)(.*)z", "y" * 100))
print(re.fullmatch("|".join(f"word{i}" for i in range(6000)), "word5999"), re.match("(?:a{200}){100}", "a" * 20000).end(), re.match("a{70000}", "a" * 70000).end())
print(re.match("(" * 90 + "a" + ")" * 90, "a").lastindex, re.search("b$", "a" * 60000 + "b").start(), re.search("é", "a" * 50000 + "é").start())
