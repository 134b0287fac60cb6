# Patterns that may mean something else one day, and deprecated names of groups.
import re
import warnings

for pattern in ["[[a]", "[a--b]", "[a&&b]", "[a||b]", "[a~~b]", "(a)(?(+1)b)", b"(?P<\xb5>a)", "[a-b--]"]:
  with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
      re.compile(pattern)
    except re.error as e:
      print("error", e)
    print(pattern, [(w.category.__name__, str(w.message)) for w in caught])
