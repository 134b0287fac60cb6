# Counter and defaultdict.
from collections import Counter, defaultdict
c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), sorted(c.elements())[:4], c.total())
c.update("aab"); c.subtract("b"); print(c, c + Counter(a=1), c - Counter(a=5), c & Counter(a=1, b=9), Counter(a=1) | Counter(b=2), +Counter(a=-1, b=1), Counter([1, 1]) == {1: 2})
d = defaultdict(list); d["x"].append(1); d["y"]; print(d, dict(d), d.get("q"), "q" in d, d.default_factory)
n = defaultdict(lambda: defaultdict(int)); n["a"]["b"] += 5; print(n["a"]["b"], len(n))
try: defaultdict()["k"]
except KeyError as e: print(repr(e))
