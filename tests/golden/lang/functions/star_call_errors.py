# Errors of star arguments in calls.
def f(**kw): return kw
def attempt(label, action):
  try:
    print(label, action())
  except TypeError as error:
    print(label, "->", error)
attempt("not iterable", lambda: f(*5))
attempt("not a mapping", lambda: f(**5))
attempt("not a string key", lambda: f(**{1: 2}))
attempt("twice", lambda: f(a=1, **{"a": 2}))
attempt("twice in two", lambda: f(**{"a": 1}, **{"a": 2}))
attempt("list of pairs", lambda: f(**[("a", 1)]))
attempt("fine", lambda: f(**{"a": 1}, b=2))
print(*[1, 2], *"ab", *{}, *range(2), sep="|")
