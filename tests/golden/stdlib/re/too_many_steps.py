# A pattern that backtracks a lot, within the limit.
import re

print(re.match("(a|a|b)*c", "a" * 14 + "bd"), re.match("(?:x+x+)+y", "x" * 16 + "z y"))
