# Assertions ahead and behind.
import re

print(re.findall(r"\w+(?=!)", "hey! you oh!"), re.findall(r"\b\w+\b(?!!)", "hey! you"), re.findall(r"(?<=\$)\d+", "$5 6 $77"), re.findall(r"(?<!\$)\b\d+", "$5 6 $77"))
print(re.findall("(?<=a|b)c", "acbcdc"), re.findall("(?<=(?:a|b)c)d", "acd bcd ccd"), re.search("(?=(a+))a*b\\1", "baaabac").group(1), re.findall("(?<=^)a", "aa"))
print(re.search(r"(?<=(.))b", "ab").groups(), re.search(r"(a)(?<=\1)b", "ab"), re.findall(r"(?<!^)\b", "ab cd"), re.search("(?!a)b|a", "b"))
for bad in ["(?<=a*)b", "(?<=a|bc)", "(?<!a{1,2})", r"(?<=(a)\1)", "(?<=(?:a|bc))", "(?<=a+b)"]:
  try:
    print(re.compile(bad))
  except re.error as e:
    print(bad, "->", e, e.pos)
