# and, or, not and the conditional expression give operands, not truth values.
print(0 or "x", 1 and "y", "" or [] or {}, 1 and 2 and 3, None and 1, not [], not 3)
print("yes" if [] else "no", 1 if 0 else 2 if 0 else 3)
class T:
  def __init__(self, name, truth): self.name, self.truth = name, truth
  def __bool__(self):
    print("?" + self.name, end=" ")
    return self.truth
  def __repr__(self): return self.name
a, b = T("a", True), T("b", False)
print(a and b, b and a, a or b, b or a, not a)
if a and not b or b:
  print("in")
while b: pass
else: print("else")
print(True + True, True * 5, isinstance(True, int), True is (1 == 1), ~True)
