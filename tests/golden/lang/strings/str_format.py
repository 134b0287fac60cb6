# str.format: positions, names, attributes, indices, nested specs, conversions.
print("{} {} {0}".replace("{0}", "").format(1, 2), "{1} {0} {1}".format("a", "b"), "{x} {y!r:>5}".format(x=1, y="q"))
class P: a = [1, {"k": "v"}]
print("{0.a[0]} {0.a[1][k]} {p.a}".format(P, p=P), "{:{}} {:{w}}|".format(1, 4, 2, w=5), "{{}} {:,}".format(12345))
for f, a, k in (("{}", (), {}), ("{0} {}", (1, 2), {}), ("{x}", (), {}), ("{", (), {}), ("}", (), {}), ("{0.z}", (1,), {}), ("{!z}", (1,), {}), ("{:d}", ("a",), {}), ("{0[a]}", ([1],), {})):
  try: print(f.format(*a, **k))
  except Exception as e: print(type(e).__name__, e)
print("{a}".format_map({"a": 5}))
