# Alternatives that bind different names. Worded and placed as CPython 3.12 does.
match x:
  case [a] | [b]: pass
