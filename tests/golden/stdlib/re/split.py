# split() keeps the texts of groups; empty matches split too.
import re

print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W+)", "Words, words."), re.split(r"\W+", "a, b, c", 1), re.split(",", "abc"))
print(re.split("x*", "axbc"), re.split(r"\b", "ab cd"), re.split("(a)|(b)", "1a2b3"), re.split("", "ab"), re.split(",", ""))
print(re.split(b",", b"a,b"), re.split(",", "a,b,c,d", maxsplit=2), re.compile("(-)").split("1-2-3", maxsplit=1), re.split(",", "a,b", -1))
