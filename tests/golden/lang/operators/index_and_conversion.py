# __index__, __int__, __float__, __complex__, __trunc__ as used by the built-ins.
text, items = "abc", [1]
class I:
  def __index__(self): return 2
print("abc"[I()], [0] * I(), range(I()), hex(I()), bin(I()), int(I()), float(I()), [1, 2, 3][:I()], 1 << 2, chr(I()) == "\x02")
class F:
  def __float__(self): return 2.5
  def __int__(self): return 9
  def __complex__(self): return 1j
print(float(F()), int(F()), complex(F()))
class Bad:
  def __index__(self): return "no"
  def __float__(self): return 1
  def __int__(self): return 1.5
for f in (lambda: "abc"[Bad()], lambda: float(Bad()), lambda: int(Bad()), lambda: text[1.0], lambda: items["a"], lambda: range(1.5)):
  try:
    f()
  except TypeError as error:
    print(error)
