# Replacement templates that are none.
import re

p = re.compile("(?P<x>a)(b)?")
for template in [r"\3", r"\g<3>", r"\g<>", r"\g<x", r"\g", r"\gx", r"\g<1a>", r"\g<-1>", r"\q", r"\400", r"\g<é>", r"\9", r"\g< 1>", r"\g<+1>"]:
  try:
    print(template, p.sub(template, "ab"))
  except (re.error, IndexError) as e:
    print(template, "->", type(e).__name__, e, getattr(e, "pos", None))
print(p.sub(r"\1\2\g<1>\g<x>\g<2>\0\07\077\-\.", "a").encode(), repr(p.sub(r"\a\b\f\n\r\t\v\\", "a")))
