# Alternatives that bind different names.
match x:
  case [a] | [b]: pass
