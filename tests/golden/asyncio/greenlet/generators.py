# Generators made of greenlets: values can be yielded from nested calls.
from greenlet import greenlet, getcurrent
class genlet(greenlet):
  def __init__(self, fn, *args): super().__init__(); self.fn, self.args = fn, args
  def run(self):
    self.fn(*self.args)
  def __iter__(self): return self
  def __next__(self):
    self.parent = getcurrent()
    result = self.switch()
    if self: return result
    raise StopIteration
def yield_(value):
  g = getcurrent()
  while not isinstance(g, genlet): g = g.parent
  g.parent.switch(value)
def tree(t):
  if t:
    tree(t[0]); yield_(t[1]); tree(t[2])
print(list(genlet(tree, (((None, 1, None), 2, (None, 3, None)), 4, ((None, 5, None), 6, None)))))
def hanoi(n, a, b, c):
  if n: hanoi(n - 1, a, c, b); yield_(f"{a}->{b}"); hanoi(n - 1, c, b, a)
print(*genlet(hanoi, 3, "A", "B", "C"))
