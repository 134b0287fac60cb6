# Semicolons, one-line bodies, pass, ellipsis, long continuations.
a = 1; b = 2; print(a + b)
if a: print("one line"); print("two")
class E: ...
def f(): ...
print(f(), ..., Ellipsis is ..., type(...).__name__, E.__name__)
total = (1 +
         2
         + 3)
t = 1 + \
  2
x = [1,
     2,  # comment
     ]
print(total, t, x, 1 if a else 2, not a, -a ** 2, 2 ** -1, a if b else c, not a == b)
while a: a -= 1; print("loop")
assert True, "fine"
assert (1, "always true")[0]
print(__debug__)
