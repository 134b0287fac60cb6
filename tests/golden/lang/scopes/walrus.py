# := assigns in the enclosing function, also from inside a comprehension.
if (n := len("hello")) > 3:
  print(n)
print([last := v for v in range(4)], last)
data = iter([3, 2, 1, 0, 9])
while (item := next(data)):
  print(item, end=" ")
print("stopped at", item)
print(any((found := w).startswith("b") for w in ["apple", "bean", "corn"]), found)
def f():
  total = 0
  sums = [total := total + v for v in range(5)]
  return sums, total
print(f())
print((a := 1, b := a + 1), a, b)
print(f"{(k := 7)} {k:=5}")
