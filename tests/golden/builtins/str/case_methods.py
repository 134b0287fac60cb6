# Methods that change case.
for s in ("hello World", "ÀÉ ß", "they're bill's", "", "1a2B"):
  print([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()])
