# Patterns with equal text and flags are equal and hash alike; they are copied and pickled by text.
import copy
import copyreg
import re

a, b = re.compile("x"), re.compile("x")
print(a == b, hash(a) == hash(b), a == re.compile("x", re.I), re.compile("x") == re.compile(b"x"), a != b, a == 1)
re.purge()
c = re.compile("x")
print(a == c, copy.copy(a) is a, copy.deepcopy(a) is a, {a: 1}[c])
reduce = copyreg.dispatch_table[re.Pattern]
f, args = reduce(re.compile("y", re.I))
print(f(*args), args)
print(re.Pattern[str], re.Match[bytes])
for i in range(1500):
  re.match(f"a{i}", "a1")
print(re.match("a1", "a1"))
