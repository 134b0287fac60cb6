# Template.flags, its default and those of subclasses.
import re
from string import Template


class Exact(Template):
  flags = re.ASCII


class Inherited(Exact):
  idpattern = "[a-z]+"


print(Template.flags, Exact.flags, Inherited.flags)
for kind in (Template, Exact, Inherited):
  print(kind("$name $NAME ${Name} $n1").safe_substitute(name=1, NAME=2, Name=3, n=4))
