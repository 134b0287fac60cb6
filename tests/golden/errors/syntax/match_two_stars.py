# Two stars in a sequence pattern.
match x:
  case [*a, *b]: pass
