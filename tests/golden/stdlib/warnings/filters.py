# Filters, catching, formats.
import sys
import warnings

warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print("shown:", category.__name__, message)


def warn_twice(text, category=UserWarning):
  for _ in range(2):
    warnings.warn(text, category)


with warnings.catch_warnings():
  for action in ("default", "always", "once", "module", "ignore"):
    warnings.resetwarnings()
    warnings.simplefilter(action)
    print(action)
    warn_twice(f"with {action}")
  warnings.filterwarnings("error", message="bad.*", category=RuntimeWarning)
  try:
    warnings.warn("bad thing", RuntimeWarning)
  except RuntimeWarning as error:
    print("raised", error)
  warnings.filterwarnings("always", "good")
  warnings.warn("Good thing")
  warnings.warn("other thing")
  print(len(warnings.filters), warnings.filters[0][0], warnings.filters[0][2].__name__)
with warnings.catch_warnings(record=True) as seen:
  warnings.simplefilter("always")
  warnings.warn("recorded", DeprecationWarning, stacklevel=1)
  warnings.warn(FutureWarning("an instance"))
  warnings.warn_explicit("explicit", SyntaxWarning, "file.py", 7)
print([(w.category.__name__, str(w.message), w.lineno if w.filename == "file.py" else None) for w in seen])
with warnings.catch_warnings(record=True, action="always") as seen:
  warnings.warn("short form")
print(len(seen))
print(warnings.formatwarning("text", UserWarning, "f.py", 3, "  x = 1"), end="")
for arguments in (("x", 5), ("x", int), (5,)):
  try:
    warnings.warn(*arguments)
  except TypeError as error:
    print(error)
for call, arguments in ((warnings.simplefilter, ("odd",)), (warnings.filterwarnings, ("ignore", 5)), (warnings.simplefilter, ("ignore", UserWarning, -1))):
  try:
    call(*arguments)
  except (AssertionError, ValueError, TypeError) as error:
    print(type(error).__name__)
