# Containers that hold themselves.
l = [1]; l.append(l); print(l)
d = {}; d["d"] = d; print(d)
t = ([],); t[0].append(t); print(t)
try: print(l == l, [l] == [l])
except RecursionError as e: print("recursion")
a = []; a.append(a); b = []; b.append(b)
try: a == b
except RecursionError as e: print(e)
