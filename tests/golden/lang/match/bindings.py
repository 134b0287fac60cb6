# Names bound by a pattern that fails later may stay; success binds all.
match [1, 2]:
  case [a, 3]: print("no")
  case [b, c] if c > 5: print("no")
  case [d, e]: print(d, e)
print(b, c)
match {"k": [1, {"z": (2, 3)}]}:
  case {"k": [n, {"z": (p, q) as pair}]}: print(n, p, q, pair)
x = 1
match 2:
  case x: pass
print(x)
