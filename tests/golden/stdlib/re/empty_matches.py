# After an empty match the next one is another one: not empty, or further on.
import re

for pattern in ["", "a*", "a*?", "a?", "(?=a)", "a|", "|a", r"\b", r"\b|a", "(?:a|b)*?", "$", "^", "^|a", r"(?<=a)", "(a)|"]:
  print(pattern.ljust(12), [m.span() for m in re.finditer(pattern, "aba b")], re.sub(pattern, "-", "aba b"), re.split(pattern, "aba b"))
