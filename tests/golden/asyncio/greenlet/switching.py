# Greenlets switch to each other; what switch() is given is what the other's switch() returns.
from greenlet import greenlet, getcurrent
main = getcurrent()
def a(x):
  print("a got", x)
  y = gb.switch("from a")
  print("a got", y)
  z = main.switch("to main", 2)
  print("a got", z)
  return "a ends"
def b(x):
  print("b got", x)
  r = ga.switch("from b")
  print("b got", r)
  return "b ends"
ga, gb = greenlet(a), greenlet(b)
print(bool(ga), ga.dead, ga.parent is main)
print(ga.switch("start"))
print(bool(ga), ga.dead)
print(ga.switch("again"))
print(bool(ga), ga.dead, gb.dead)
print(gb.switch(k="v"))
print(ga.switch("dead greenlets pass it on"), ga.switch(), ga.switch(1, 2), ga.switch(x=1), ga.switch(1, x=2))
print(main.switch("to myself"))
