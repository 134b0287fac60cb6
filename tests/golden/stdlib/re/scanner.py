# re.Scanner cuts a text into tokens; scanner() of a pattern gives one match after the other.
import re

s = re.Scanner([
  (r"[a-zA-Z_]\w*", lambda scanner, token: ("NAME", token)),
  (r"\d+\.\d*", lambda scanner, token: ("FLOAT", float(token))),
  (r"\d+", lambda scanner, token: ("INT", int(token))),
  (r"=|\+|-|\*|/", lambda scanner, token: token),
  (r"\s+", None),
])
print(s.scan("sum = 3*foo + 312.50+bar"))
print(s.scan("a ? b"))
print(re.Scanner([("a", "A"), ("b", None)]).scan("aabac"))
scanner = re.compile(r"\d").scanner("1a23")
print(scanner.search(), scanner.match(), scanner.search(), scanner.search(), scanner.search(), scanner.match(), scanner.pattern)
