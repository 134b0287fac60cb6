# Many arguments, locals, constants and branches.
def f(*a, **k): return len(a) + len(k)
print(f(*range(1000), **{f"k{i}": i for i in range(500)}))
ns = {}
exec("def g(" + ", ".join(f"a{i}=0" for i in range(300)) + "): return " + "+".join(f"a{i}" for i in range(300)), ns)
print(ns["g"](5, a299=7))
exec("def h():\n" + "".join(f"  v{i} = {i}\n" for i in range(1000)) + "  return v0 + v999\n", ns)
print(ns["h"]())
exec("def s(x):\n" + "".join(f"  if x == {i}: return 'r{i}'\n" for i in range(500)), ns)
print(ns["s"](499), ns["s"](-1))
print(eval("[" + ",".join(str(i) for i in range(5000)) + "][-1]"), len(eval("{" + ",".join(f"'k{i}': {i}" for i in range(2000)) + "}")))
