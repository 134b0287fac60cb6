# What each flag changes, as argument and inside the pattern.
import re

print(re.findall("a.c", "a\nc abc"), re.findall("a.c", "a\nc abc", re.S), re.findall("(?s)a.c", "a\nc"))
print(re.findall("^.", "ab\ncd\n"), re.findall("^.", "ab\ncd\n", re.M), re.findall("^", "a\n", re.M), re.findall("$", "a\n\n", re.M), re.findall("$", "a\n"))
print(re.findall("aB", "ab AB aB", re.I), re.findall("(?i:a)b", "ab AB Ab"), re.findall("(?i)a(?-i:b)", "ab AB Ab"))
print(re.findall(r"\w+", "añb ß1"), re.findall(r"\w+", "añb ß1", re.A), re.findall(r"(?a:\w)+|ñ", "añb"), re.findall(r"(?a)\w(?u:\w)", "aéa"))
print(re.findall(r"""
   \d +   # digits
   [#\ ]  # a hash or a blank
   \#?
""", "12# 3 4##", re.X))
print(re.findall(r"\d", "1٣४"), re.findall(r"\d", "1٣४", re.A), re.findall(r"\s", "a\x1cb\xa0c\u2003d\u180ee"), re.findall(r"\s", "\x1c \xa0", re.A))
print(re.findall(rb"\w", b"a\xe9b"), re.findall(rb"(?i)A", b"aA\xe1"), re.findall(rb"\w", b"a\xe9", re.L))
