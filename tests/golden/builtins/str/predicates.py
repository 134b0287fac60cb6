# The is... methods.
names = "isalpha isdigit isdecimal isnumeric isalnum isspace islower isupper istitle isidentifier isprintable isascii".split()
for s in ("abc", "ABC", "Abc Def", "123", "²", "½", "a1", " \t", "", "_x1", "1x", "é", "\x00", "class", "٣"):
  print(ascii(s), [n[2:] for n in names if getattr(s, n)()])
